# shellcheck shell=bash disable=SC2016,SC2154  # hosttest's variables; the host's shell expands what single quotes have
# What hosttest does with its host.

host() { "$here/testbed" host exec "$host" "$@"; }
spm() { host virt-spm "$@"; }

# on_other COMMAND...: what is done on the host, on the other one.
on_other() { host=$other "$@"; }

# Installs the package of this checkout, as an administrator would.
install_package() {
  local package
  package=$("$checkout/virt-spm" package | grep '\.deb$') || return
  put virt-spm.deb <"$package" && host dpkg -i /root/virt-spm.deb
}

# put NAME: writes the standard input to a file of the host.
put() { host tee "/root/$1" >/dev/null; }

# define NAME CELL MIB ...: as guest does.
define() {
  guest "$@" | put "$1.xml" && spm define "/root/$1.xml"
}

# define_translated NAME CELL MIB ...: the same, quicker: this machine translates, whose CPU nothing emulates.
define_translated() {
  guest "$@" | "$checkout/virt-spm" translate --dialect sp-mem --libvirt 12.8 - | put "$1.xml" \
    && host virsh define --validate "/root/$1.xml"
}

# create_passthrough NAME CELL MIB ...: as libvirt 11.3 would get it. It is transient, or the watcher would translate it
# for this libvirt.
create_passthrough() {
  guest "$@" | "$checkout/virt-spm" translate --dialect sp-mem --libvirt 11.3 - | put "$1.xml" && create_again "$1"
}

create_again() { host virsh create --paused "/root/$1.xml"; }

# define_metadata NAME CELL MIB: plain virsh, so that it is the watcher who translates.
define_metadata() {
  guest "$1" '' "$3" '' '' spm.stay | sed "s,</name>,&<metadata><spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>$2\
</spm:numa></metadata>," | put "$1.xml" && host virsh define "/root/$1.xml"
}

# start NAME [OPTION]: again, where the hook says so: where a CPU is emulated its time may not be enough.
start() {
  local said tries
  for tries in 1 2 3; do
    said=$(host virsh start "$@" 2>&1) && echo "$said" && return
    grep -q 'took longer than 20 s' <<<"$said" || break
  done
  echo "$said"
  return 1
}

destroy() { host virsh destroy "$1"; }

destroy_all() {
  host sh -ec 'names=$(virsh list --name)
    [ "$names" ]
    for name in $names; do virsh destroy "$name"; done
    left=$(virsh list --name)
    [ -z "$left" ]'
}

# fails_saying PATTERN COMMAND...: the command fails, and says why.
fails_saying() {
  local pattern=$1 said
  shift
  said=$("$@" 2>&1) && { echo "it succeeded: $said" && return 1; }
  grep -E -- "$pattern" <<<"$said" || { echo "$said" && return 1; }
}

# within SECONDS COMMAND...: the command succeeds by then.
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 2
  done
}

# make_ram DEVICE OPTION...: gives it to kmem; without options daxctl brings its memory online in Movable.
make_ram() {
  # First: kmem takes every device that nothing has as soon as it is loaded, and daxctl refuses to act beside it.
  host sh -c 'echo offline >/sys/devices/system/memory/auto_online_blocks'
  host modprobe kmem
  host daxctl reconfigure-device --mode=system-ram "${@:2}" "$1"
  is "$(driver_of "$1")" kmem && host daxctl list -d "$1" >"$work/daxctl" && cat "$work/daxctl" || return
  if [ $# = 1 ]; then
    grep '"movable":true' "$work/daxctl"
  else
    grep '"online_memblocks":0' "$work/daxctl"
  fi
}

# make_usable: all devices, which have no driver in the host's kept state.
make_usable() {
  local device
  for device in dax0.0 dax1.0 dax2.0; do host daxctl reconfigure-device --mode=devdax "$device"; done
  drivers_are device_dax device_dax device_dax
}

# make_two: of dax2.0 two of half its size, dax2.0 and dax2.1, whatever driver it has.
make_two() {
  local half=134217728
  host daxctl reconfigure-device --mode=devdax dax2.0
  host daxctl disable-device dax2.0
  host daxctl reconfigure-device --mode=devdax --size="$half" dax2.0
  host daxctl create-device --region 2 --size "$half"
  # kmem, if make_ram has loaded it, has both at once.
  host daxctl reconfigure-device --mode=devdax dax2.0
  host daxctl reconfigure-device --mode=devdax dax2.1
  is "$(attribute dax2.0 size) $(driver_of dax2.0)" "$half device_dax" \
    && is "$(attribute dax2.1 size) $(driver_of dax2.1)" "$half device_dax"
}

# check_says NAME PATTERN: check finds an error, and tells of it. What it says is kept for apply_remedy.
check_says() {
  spm check "$1" >"$work/check" 2>&1 && cat "$work/check" && return 1
  grep -E -- "$2" "$work/check" || { cat "$work/check" && return 1; }
}

# Pastes the commands that check has printed last, as an administrator would, but for "reboot".
apply_remedy() {
  local commands
  commands=$(sed -n 's/^ *\(daxctl\|echo\) /\1 /p' "$work/check")
  [ -n "$commands" ] || return
  echo "$commands"
  host sh -e -c "$commands"
}

# devices_say DEVICE PATTERN: its line in the table.
devices_say() { spm devices | grep "^ */dev/$1 " | grep -E -- "$2"; }

# doctor_says PATTERN: and ends with 3, since there is something to warn of.
doctor_says() { doctor_warns && grep -E -- "$1" "$work/doctor"; }

# doctor_warns_of_others PATTERN: it has nothing to say of this.
doctor_warns_of_others() { doctor_warns && ! grep -E -- "$1" "$work/doctor"; }

doctor_warns() {
  local status=0
  spm doctor >"$work/doctor" 2>&1 || status=$?
  cat "$work/doctor"
  [ "$status" = 3 ]
}

# What was written is on the disk: this is the end of a reboot, without its beginning.
reboot_host() { host sync && pull_plug; }
pull_plug() { "$here/testbed" host reset "$host"; }

# starts_confined NAME [OPTION]
starts_confined() { start "$@" && is_shut_in "$1"; }

is_created_confined() { create_again "$1" && is_shut_in "$1"; }

# locked_limit_is NAME BYTES: at least that.
locked_limit_is() {
  process "$1" limits | awk -v least="$2" '/^Max locked memory/ { print; found = $4 >= least } END { exit !found }'
}

# kill_process NAME: its QEMU, without a word.
kill_process() { host sh -c 'kill -KILL $(cat /run/libvirt/qemu/$1.pid)' sh "$1"; }

kill_libvirtd() {
  host sh -ec 'before=$(systemctl show -p MainPID --value libvirtd.service)
    [ "$before" != 0 ]
    systemctl kill --kill-whom=main --signal=KILL libvirtd.service
    for _ in $(seq 120); do
      now=$(systemctl show -p MainPID --value libvirtd.service)
      if [ "$now" != 0 ] && [ "$now" != "$before" ]; then exit 0; fi
      sleep 1
    done
    exit 1'
}

# holds_open DEVICE: a process of somebody else.
holds_open() { host sh -c 'sleep 600 <>"/dev/$1" >/dev/null 2>&1 & echo $! >/root/holder' sh "$1"; }

lets_go() { host sh -c 'kill "$(cat /root/holder)"'; }

# Pages of 2 MiB for 320 MiB, and a mount for those of 1 GiB: libvirt looks for mounts as it starts.
make_pages() {
  host sh -ec 'echo 160 >/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages
    mkdir -p /dev/hugepages1G
    mount -t hugetlbfs -o pagesize=1G hugetlbfs /dev/hugepages1G
    systemctl restart libvirtd.service'
}

# allow_device: puts into qemu.conf what the hook says, as it refuses q.
allow_device() {
  local setting
  setting=$(create_again q 2>&1 | sed -n 's/.*; set \(cgroup_device_acl = \[.*\]\) in .*/\1/p')
  [ -n "$setting" ] || return
  echo "$setting"
  host sh -ec 'echo "$1" >>/etc/libvirt/qemu.conf; systemctl restart libvirtd.service' sh "$setting"
}

# allow_path PATH: as AppArmorCheck says for a domain in this form where no other is taken.
allow_path() {
  host sh -ec 'mkdir -p /etc/apparmor.d/local/abstractions
    echo "  \"$1\" rw," >>/etc/apparmor.d/local/abstractions/libvirt-qemu' sh "$1"
}

# start_at_boot NAME...: o1, o2 and so on are ordinary ones, which find nothing to boot.
start_at_boot() {
  local name
  for name in "$@"; do
    case $name in
      o*) ordinary "$name" | put ordinary.xml && host virsh define /root/ordinary.xml || return ;;
    esac
    host virsh autostart "$name" || return
  done
  host sync
}

# prepares_arrival DEVICE OTHER: a guest with DEVICE gets OTHER on the other host. libvirt migrates no guest to a host of
# its own name.
prepares_arrival() {
  on_other host sh -ec 'daxctl reconfigure-device --mode=devdax "$2"
    echo "path /dev/$1 = /dev/$2" >>/etc/libvirt-spm/hook.conf
    hostname other
    echo "host_uuid = \"00000000-0000-4000-8000-000000000002\"" >>/etc/libvirt/libvirtd.conf
    systemctl restart libvirtd.service' sh "$@"
}

# join_hosts: what listens at the other's libvirt and at its first port for migration can be reached in this host too.
join_hosts() {
  "$here/testbed" host forward "$other" -L "$work/libvirt:/run/libvirt/libvirt-sock" -L "$work/qemu:localhost:49152" \
    && "$here/testbed" host forward "$host" -R "/run/other-libvirt:$work/libvirt" -R "49152:$work/qemu" \
    && is "$(host virsh -c "$other_uri" hostname)" other
}

migrates() { host virsh migrate "$1" "$other_uri" --migrateuri tcp://localhost:49152; }
