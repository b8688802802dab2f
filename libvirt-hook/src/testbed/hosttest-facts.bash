# shellcheck shell=bash disable=SC2016,SC2154  # hosttest's variables; the host's shell expands what single quotes have
# What hosttest reads in its host, of devices, guests and libvirt.

# process NAME FILE: a file of the guest's QEMU in /proc.
process() {
  host sh -c 'cat /proc/$(cat /run/libvirt/qemu/$1.pid)/$2' sh "$1" "$2"
}

# attribute DEVICE NAME: what sysfs says of a dax device.
attribute() { host cat "/sys/bus/dax/devices/$1/$2"; }

driver_of() { host sh -ec 'cd "/sys/bus/dax/devices/$1/"; [ ! -e driver ] || basename "$(readlink driver)"' sh "$1"; }

is() { [ "$1" = "$2" ] || { echo "it is '$1', not '$2'" && return 1; }; }

owner_of() { host stat -c %U "$1"; }

# process_owner_of NAME FILE: in the mount namespace of the guest's QEMU.
process_owner_of() { host sh -c 'stat -c %U /proc/$(cat /run/libvirt/qemu/$1.pid)/root$2' sh "$1" "$2"; }

# drivers_are DRIVER...: of dax0.0, dax1.0 and so on; empty for none.
drivers_are() {
  local device=0 driver found
  for driver in "$@"; do
    found=$(driver_of "dax$device.0") && is "$found" "$driver" || return
    device=$((device + 1))
  done
}

all_are_kmem() {
  drivers_are kmem kmem kmem && is "$(host cat /sys/devices/system/memory/auto_online_blocks)" online
}

kmem_has_none() { drivers_are device_dax '' '' && host sh -c '[ -d /sys/module ] && [ ! -e /sys/module/kmem ]'; }

# maps NAME PART-OF-A-FILE'S-NAME
maps() { process "$1" maps | grep -F -- "$2"; }

# maps_device NAME FILE: shared with the host.
maps_device() { maps "$1" "$2" | grep ' rw-s '; }

# has_special NAME: QEMU was told of it.
has_special() { process "$1" cmdline | tr '\0' '\n' | grep -F '"driver":"sp-mem"'; }

# runs_as USER NAME: whose the guest's QEMU is.
runs_as() { is "$(host sh -c 'stat -c %U /proc/$(cat /run/libvirt/qemu/$1.pid)' sh "$2")" "$1"; }

is_confined() { process "$1" attr/current | tr '\0' '\n' | grep -E '^libvirt-[0-9a-f-]+ \(enforce\)'; }

# Under everything that Debian has libvirt do about a QEMU.
is_shut_in() { is_confined "$1" && runs_as libvirt-qemu "$1" && has_own_dev "$1" && has_device_cgroup "$1"; }

has_own_dev() {
  host sh -ec 'own=$(readlink /proc/$(cat /run/libvirt/qemu/$1.pid)/ns/mnt)
    [ "$own" != "$(readlink /proc/1/ns/mnt)" ]' sh "$1"
}

# Not even root may open what is not on the list, in the guest's cgroup.
has_device_cgroup() {
  host sh -ec 'group=$(sed -n "s/^0:://p" /proc/$(cat /run/libvirt/qemu/$1.pid)/cgroup)
    head -c 0 /dev/kmsg
    echo $$ >"/sys/fs/cgroup$group/cgroup.procs"
    if head -c 0 /dev/kmsg; then exit 1; fi' sh "$1"
}

selinux_enforces() { is "$(host cat /sys/fs/selinux/enforce)" "$1"; }

# label_is FILE TYPE: SELinux's.
label_is() { is "$(host stat -c %C "$1" | cut -d: -f3)" "$2"; }

# is_labelled NAME: the guest's QEMU, with categories of its own.
is_labelled() { process "$1" attr/current | tr -d '\0' | grep -E ':svirt_t:s0:c[0-9]+,c[0-9]+$'; }

function_driver() { host sh -c 'basename "$(readlink /sys/bus/pci/devices/0000:01:00.0/driver)"'; }

# state_is NAME STATE: of a domain, as virsh has it.
state_is() { is "$(host virsh domstate "$1" | head -n 1)" "$2"; }

# hook_holds NAME: the hook has written down what the guest has.
hook_holds() { host test -e "/run/libvirt-spm/domains/$1"; }

# device_is_free DEVICE NAME: the guest that had it has ended, and the hook holds nothing for it.
device_is_free() {
  is "$(owner_of "/dev/$1")" root && not hook_holds "$2"
}

all_run() {
  local name
  for name in "$@"; do state_is "$name" running || return; done
}

# A device has pages too, of its alignment.
maps_pages() {
  process "$1" smaps | awk '/^[0-9a-f]+-[0-9a-f]+ / { path = $6 }
    /^KernelPageSize/ && path !~ /dax/ { size[$2] = 1 } END { exit !(size[2048] && size[1048576]) }'
}

watcher_runs() {
  host systemctl is-active virt-spm-watch.service && host systemctl is-enabled virt-spm-watch.service
}

# As its unit says: no new privileges, no set-user-ID, and this is not writable for it.
watcher_is_restricted() {
  host sh -ec 'pid=$(systemctl show -p MainPID --value virt-spm-watch.service)
    grep -E "^NoNewPrivs:[[:space:]]*1$" /proc/$pid/status
    grep -E "^Seccomp:[[:space:]]*2$" /proc/$pid/status
    for folder in /usr /etc /root /proc/sys /sys/fs/cgroup; do grep " $folder ro[, ]" /proc/$pid/mountinfo; done'
}

watcher_trusts_root_alone() {
  host sh -ec 'pid=$(systemctl show -p MainPID --value virt-spm-watch.service)
    tr "\0" "\n" <"/proc/$pid/environ" | grep -x jvm_trusted_only=yes'
}

is_translated() { host virsh dumpxml --inactive "$1" | grep -q "alias name='ua-spm1'"; }

# serial NAME: the guest's console.
serial() { host cat "/var/log/libvirt/qemu/$1-serial.log" | tr -d '\r'; }

# reports NAME PATTERN: a line of the guest's report matches.
reports() { serial "$1" | sed -n '/spm-report begin/,/spm-report end/p' | grep -E -- "$2"; }

# has_initiator NAME NODE: the guest's SRAT has a generic initiator (type 5) of that node.
has_initiator() {
  serial "$1" | sed -n 's/^table SRAT //p' | head -n 1 | base64 -d | perl -e '
    local $/; $_ = <STDIN>;
    for ($at = 48; $at < length; $at += $size) {
      ($type, $size) = unpack "x${at} CC", $_;
      $found = 1 if $type == 5 && $ARGV[0] == unpack "x${at} x4 V", $_;
    }
    exit !$found' "$2"
}

# dax_memory DEVICE LENGTH: what stands at its start.
dax_memory() { host /testbed/dax-memory read "/dev/$1" "$2"; }

# AppArmor's denials since boot but for those listed here.
# - the size of the device, in sysfs: there QEMU can't check it, so that the hook's check is the only one.
# - /dev/dax2.0: hosttest provokes it, with a path that AppArmor has not been told of.
nothing_else_is_denied() {
  local journal
  journal=$(host journalctl -k -b -q --no-pager -o cat) && [ -n "$journal" ] || return
  ! { grep 'apparmor="DENIED"' <<<"$journal" \
    | grep -vE 'name="/sys/devices/platform/hmem_platform.0/hmem.[0-9]*/dax[0-9.]*/size"|name="/dev/dax2.0"'; }
}

denied() { host journalctl -k -b --no-pager -g 'apparmor="DENIED"' | grep -F "name=\"$1\""; }
