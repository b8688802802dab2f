# shellcheck shell=bash disable=SC2154  # the variables are hosttest's
# What hosttest claims, in groups; those of one group build on each other, and on groups before. A guest that need not
# boot is left paused: it would take the emulated CPUs from all others.

installation_claims() {
  claim 'the package is installed' install_package
  claim '  the hook works, by its own account' spm hook status
  claim '  the watcher runs, and will at boot' watcher_runs
  claim '  its unit restricts it' watcher_is_restricted
  claim '  it runs a Java that root alone can change' watcher_trusts_root_alone
  claim '  what plain virsh defines is translated' define_metadata w "$(special 256)" 256
  claim '  soon' within 90 is_translated w
}

# What every new Debian does with such memory.
kmem_claims() {
  claim 'kmem has all special memory, as Debian boots' all_are_kmem
  claim '  devices says so' devices_say dax0.0 'kmem .*the host, as system RAM'
  claim '  doctor says so' doctor_says '/dev/dax0.0 is bound to kmem: it is system RAM of the host'
  claim '  a domain with such a device is defined' define d "$(special 512 "$(dax dax0.0 2)")" 768 '' \
    "$(function_of_node)" "spm.write=$words"
  claim '  check says that only a reboot frees it' check_says d 'only a reboot frees it'
  claim '  daxctl can indeed not free it' fails_saying offline \
    host daxctl reconfigure-device --mode=devdax --force dax0.0
  claim '    kmem has it still' all_are_kmem
  claim '  the hook refuses the start, and says so' fails_saying 'until the next boot' start d
  claim '  what check prints for before the reboot' apply_remedy
  claim '  AppArmor denied nothing so far that is not listed' nothing_else_is_denied
  claim '  the host boots again' reboot_host
  claim '  the device is usable then, and kmem has none' kmem_has_none
  claim '  the watcher came up with the host' watcher_runs
}

# The states in which what check prints helps at once.
driver_claims() {
  claim 'a device without a driver' define h "$(special 256 "$(dax dax1.0 2)")" 512
  claim '  devices says so' devices_say dax1.0 ' -  *[^ ]*  *h$'
  claim '  check says so' check_says h '/dev/dax1.0 has no driver$'
  claim '  the hook says so' fails_saying 'no driver in place of device_dax; run daxctl' start h
  claim '  what check prints makes it usable' apply_remedy
  claim '  it is' drivers_are device_dax device_dax ''
  claim 'a device online in Movable' make_ram dax1.0
  claim '  check does not ask for a reboot' check_says h 'open it$'
  claim '  the hook names the command' fails_saying 'run daxctl reconfigure-device --mode=devdax --force' start h
  claim '  what check prints makes it usable' apply_remedy
  claim '  it is' drivers_are device_dax device_dax kmem
  claim 'a device offline' make_ram dax1.0 --no-online
  claim '  check does not ask for a reboot' check_says h 'open it$'
  claim '  the hook names the command' fails_saying 'run daxctl reconfigure-device --mode=devdax dax1' start h
  claim '  what check prints makes it usable' apply_remedy
  claim '  it is' drivers_are device_dax device_dax kmem
}

# A device with its driver, a PCI function, and a guest that boots through meanwhile.
story_claims() {
  prove native 'device-dax, VFIO function' 'the guest wrote to it' \
    'native, device-dax, VFIO, AppArmor: the guest starts' starts_confined d
  claim '  the hook holds its device' hook_holds d
  claim '  QEMU maps the device shared' maps_device d /dev/dax0.0
  claim '  its limit of locked memory covers all memory' locked_limit_is d $(((768 + 1024) << 20))
  claim '  the function is vfio-pci'\''s' is "$(function_driver)" vfio-pci
  claim '  the device is its user'\''s, in its own /dev' is "$(process_owner_of d /dev/dax0.0)" libvirt-qemu
  claim '  devices names the guest' devices_say dax0.0 'device_dax .* d \(running\)'
  claim '  another guest is refused the device' define_translated f "$(special 256 "$(dax dax0.0 2)")" 512
  claim '    by name' fails_saying "is the memory of domain 'd'" start f
}

story_end_claims() {
  claim '  the guest boots, reports and powers off' within 1500 state_is d 'shut off'
  claim '    its memory is soft reserved' reports d '^e820 .*soft reserved'
  claim '    a dax device of node 1 and 512 MiB, device_dax'\''s' \
    reports d '^dax dax0.0 size 536870912 target_node 1 driver device_dax$'
  claim '    a generic initiator of node 1' has_initiator d 1
  claim '    its driver has the function, of node 1' reports d '^function 0000:[^ ]* node 1 driver e1000e$'
  claim '    what it wrote to its device is in the host'\''s' is "$(dax_memory dax0.0 ${#words})" "$words"
  claim '  the device is root'\''s, and the hook holds nothing' device_is_free dax0.0 d
  claim '  the function is the host'\''s again' is "$(function_driver)" e1000e
}

backend_claims() {
  claim 'pages of 2 MiB and 1 GiB' make_pages
  claim '  a domain with both, and part of a device' define_translated m "$(two_hugepages_and_dax)" 1792
  prove native 'pages of 2 MiB; of 1 GiB; part of a device' 'started' '  it starts' starts_confined m --paused
  claim '  its pages are those' maps_pages m
  claim '  it has the device' maps_device m /dev/dax1.0
  claim '  the hook holds it' hook_holds m
  claim '  its QEMU is killed' kill_process m
  claim '    the domain ends' within 60 state_is m 'shut off'
  claim '    the device is root'\''s, and the hook holds nothing' device_is_free dax1.0 m
  claim 'ordinary memory' define_translated r "$(special 256)" 512
  prove native 'ordinary memory' 'started' '  it starts' starts_confined r --paused
  claim '  it ends' destroy r
  claim 'memfd' define_translated a "$(special 256)" 512 "<memoryBacking><source type='memfd'/></memoryBacking>"
  prove native 'memfd' 'started' '  it starts' starts_confined a --paused
  claim '  its memory is that' maps a memfd:
  claim '  it ends' destroy a
  claim 'file' define_translated b "$(special 256)" 512 "<memoryBacking><source type='file'/></memoryBacking>"
  prove native 'file' 'started' '  it starts' starts_confined b --paused
  claim '  its memory is that' maps b /var/lib/libvirt/qemu/ram/
  claim '  it ends' destroy b
}

# As for libvirt 11.3, which takes no other form.
passthrough_claims() {
  prove passthrough 'device-dax as a memory device' 'started' 'passthrough as a memory device: the guest starts' \
    create_passthrough p "$(special 256 "$(dax dax1.0 2)")" 512
  claim '  it is confined' is_shut_in p
  claim '  the hook holds its device' hook_holds p
  claim '  it ends' destroy p
  claim '  the device is root'\''s, and the hook holds nothing' device_is_free dax1.0 p
  claim 'passthrough as arguments' fails_saying 'hidden from .* cgroup_device_acl' create_passthrough q \
    "$(special 128 "$(dax dax2.0 2 '<nodemask>0</nodemask>')")" 384
  claim '  what the hook says mends that' allow_device /dev/dax2.0
  claim '  AppArmor denies it all the same' fails_saying 'dax2.0.*Permission denied' create_again q
  claim '  it has it in its log' within 30 denied /dev/dax2.0
  claim '  a rule for its path mends that' allow_path /dev/dax2.0
  prove passthrough 'device-dax as arguments' 'started, with a setting and a rule for its path' \
    '  it starts' is_created_confined q
  claim '  the hook has given it the device' is "$(process_owner_of q /dev/dax2.0)" libvirt-qemu
  claim '  the host'\''s own too' is "$(owner_of /dev/dax2.0)" libvirt-qemu
  claim '  it ends' destroy q
  claim '  the device is root'\''s, and the hook holds nothing' device_is_free dax2.0 q
}

device_claims() {
  claim 'a smaller device beside another' make_two
  claim '  check says what is too large for it' define_translated s "$(special 256 "$(dax dax2.1 2)")" 512
  claim '    and it does' check_says s 'holds 128 MiB, less than'
  claim '    the hook refuses it too' fails_saying 'has 128 MiB, less than' start s
}

daemon_claims() {
  claim 'a process that has a device' holds_open dax1.0
  claim '  a domain with that device' define_translated e "$(special 256 "$(dax dax1.0 2)")" 512 '' '' spm.stay
  claim '  the hook refuses it' fails_saying 'open in process' start e
  claim '  the process ends' lets_go
  claim '  the domain starts' starts_confined e --paused
  claim '  libvirtd is killed, and comes back' kill_libvirtd
  claim '    with the guest' within 120 state_is e paused
  claim '    the watcher is with it' define_metadata v "$(special 256)" 256
  claim '    and translates' within 120 is_translated v
  claim '    another guest is still refused the device' define_translated g "$(special 256 "$(dax dax1.0 2)")" 512
  claim '      by name' fails_saying "is the memory of domain 'e'" start g
  claim '  it is saved' host virsh managedsave e
  claim '    the device is root'\''s, and the hook holds nothing' device_is_free dax1.0 e
  claim '    libvirt has its memory' host sh -c 'virsh dominfo e | grep "Managed save: *yes"'
  claim '    it is restored' start e --paused
  claim '    with the device' maps_device e /dev/dax1.0
}

# What needs no boot, on a host that has no kmem.
short_claims() {
  claim 'a device without a driver' define d "$(special 512 "$(dax dax0.0 2)")" 768 '' "$(function_of_node)"
  claim '  check says so' check_says d '/dev/dax0.0 has no driver$'
  claim '  what check prints makes it usable' apply_remedy
  prove native 'device-dax, VFIO function' 'starts' '  the guest starts' starts_confined d --paused
  claim '  QEMU maps the device shared' maps_device d /dev/dax0.0
  claim '  its limit of locked memory covers all memory' locked_limit_is d $(((768 + 1024) << 20))
  claim '  the function is vfio-pci'\''s' is "$(function_driver)" vfio-pci
  claim '  QEMU is killed' kill_process d
  claim '  the domain ends' within 60 state_is d 'shut off'
  claim '  the device is root'\''s, and the hook holds nothing' device_is_free dax0.0 d
  claim '  the function is the host'\''s again' is "$(function_driver)" e1000e
}

# The plug is pulled while a guest has a device.
boot_claims() {
  claim 'ten domains start with the host, three of them with special memory' start_at_boot e v w o{1..7}
  claim '  the plug is pulled' pull_plug
  claim '  both devices are usable at once' drivers_are device_dax device_dax
  claim '  they run, all at once' within 300 all_run e v w o{1..7}
  claim '    the first has its device' maps_device e /dev/dax1.0
  claim '      is confined' is_shut_in e
  claim '      the hook holds it' hook_holds e
  claim '    the others have special memory' has_special v
  claim '      both' has_special w
  claim '  the other device is free' starts_confined d --paused
  claim '    it is the guest'\''s' maps_device d /dev/dax0.0
  claim '  they all end' destroy_all
  claim '    the devices are root'\''s, and the hook holds nothing' device_is_free dax1.0 e
  claim '      both' device_is_free dax0.0 d
  claim '  the watcher runs' watcher_runs
  claim '    and translates' watcher_translates y
}

# Beside another host, where the device has another name.
migration_claims() {
  other=$("$here/testbed" host start --owner $$) || { claim 'another host starts' false && return; }
  claim 'another host, with the package' on_other install_package
  claim '  another device of it is for the guest' prepares_arrival dax1.0 dax0.0
  claim '  the hosts reach each other' join_hosts
  claim 'a guest with a device' starts_with_device n dax1.0
  claim '  it migrates' migrates n
  claim '  it has the other device there' on_other maps_device n /dev/dax0.0
  claim '    confined' on_other is_shut_in n
  claim '    the hook holds it there' on_other hook_holds n
  claim '    which is its user'\''s, in its own /dev' is "$(on_other process_owner_of n /dev/dax0.0)" libvirt-qemu
  claim '  it is gone here' state_is n 'shut off'
  claim '    the device is root'\''s, and the hook holds nothing' device_is_free dax1.0 n
  claim '  it ends there' on_other destroy n
  claim '    the device is root'\''s, and the hook holds nothing' on_other device_is_free dax0.0 n
  claim '  AppArmor denied nothing there that is not listed' on_other nothing_else_is_denied
}

# On a host that has booted with SELinux in place of AppArmor. Debian's policy has no virt_hooks_unconfined; where it is
# enforced libvirt can't start any domain, for reasons of its own.
selinux_claims() {
  claim 'SELinux is permissive' selinux_enforces 0
  claim '  the package is installed' install_package
  claim '  libvirt may run the hook' label_is "$entry" virt_script_exec_t
  claim '  doctor finds nothing about it' doctor_warns_of_others SELinux
  claim '  a domain with special memory, and an ordinary one' define_translated r "$(special 256)" 512
  claim '    the first starts' start r --paused
  claim '    SELinux labels it' is_labelled r
  claim '    it ends' destroy r
  claim '    the second starts' starts_ordinary x
  claim '    it ends' destroy x
  claim 'the hook loses its label' host chcon -t virt_etc_rw_t "$entry"
  claim '  doctor says what would be' doctor_says 'SELinux would not let libvirt run the hook if it were not permissive'
  claim '  SELinux enforces' host setenforce 1
  claim '    no domain starts' fails_saying 'cannot execute binary' host virsh start x
  claim '    doctor says so' fails_saying 'SELinux does not let libvirt run the hook' spm doctor
  claim '    the hook does not work, by its own account' fails_saying 'SELinux does not let' spm hook status
  claim '    what it says mends it' spm hook install
  claim '    libvirt may run it again' label_is "$entry" virt_script_exec_t
  claim '    it may not run Java, so that the first domain is refused' fails_saying "can.t be looked after" start r
  claim '    nothing of ours keeps the second from starting' not fails_saying 'Hook script' host virsh start x
  claim '    doctor says that hooks are confined' doctor_says 'its policy has no virt_hooks_unconfined'
}
