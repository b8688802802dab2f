# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# Cases of faults: no room, no leave to write, and clocks that jump.

# full FOLDER: puts a copy of the folder on a file system without room over it.
full() {
  mkdir -p "$1" /tmp/faults/copy && cp -a "$1/." /tmp/faults/copy && mount -t tmpfs -o size=1m none "$1" &&
    cp -a /tmp/faults/copy/. "$1" && rm -rf /tmp/faults/copy && ! cat /dev/zero >"$1/fill" 2>/dev/null
}

# read_only FOLDER
read_only() { mkdir -p "$1" && mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"; }

# refused TEXT COMMAND...: fails with one sentence of ours that has the text, and no stack trace.
refused() {
  local text=$1 status=0
  shift
  "$@" >/tmp/faults.out 2>&1 || status=$?
  [ "$status" = 1 ] && grep -qi -- "$text" /tmp/faults.out && ! grep -q '^	at ' /tmp/faults.out ||
    fail "status $status, and no '$text': $*" "$(cat /tmp/faults.out)"
}

# Defining fails while libvirt's folder can't be written to, and works afterwards.
breaks_define() {
  when="$1 of libvirt's folder"
  "$1" /etc/libvirt/qemu || fail "no $when"
  refused "$2" "$virt_spm" define /tmp/faults/new.xml
  is old
  umount /etc/libvirt/qemu && restart-libvirtd
  is old
}

case_files_define() {
  fine "$virt_spm" define /tmp/faults/old.xml
  set_to old
  files_before=$(written)
  breaks_define full 'no space left'
  breaks_define read_only 'read-only file system'
  fine "$virt_spm" define /tmp/faults/new.xml
  is new
  set_to old
  nothing_left && echo "full and read-only folder of libvirt's"
}

# Installing fails while the folder of classes can't be written to, and works afterwards.
breaks_install() {
  when="$1 of the hook's folder"
  "$1" /usr/local/lib/libvirt-spm || fail "no $when"
  refused "$2" "$virt_spm" hook install
  [ ! -e "$entry" ] || fail "after $when: $entry is there"
  umount /usr/local/lib/libvirt-spm
}

case_files_install() {
  fine "$virt_spm" hook uninstall
  breaks_install full 'no space left'
  breaks_install read_only 'read-only file system'
  fine "$virt_spm" hook install
  whole
  fine hook /tmp/faults/plain.xml e
  echo "full and read-only folder of the hook's"
}

# What the probe has kept is right whatever time its file bears.
case_clock_cache() {
  local date
  for date in '10 years' '-10 years'; do
    when="a probe's answer of $date"
    find /var/cache/libvirt-spm -exec touch -d "$date" {} +
    set_to old
    fine "$virt_spm" define /tmp/faults/new.xml
    is new
  done
  set_to old
  echo 'dates ten years off'
}

# A guest that ended without libvirt's saying so keeps nothing, whatever time its record bears.
case_clock_record() {
  local date
  set_to old
  fine "$virt_spm" hook install
  fine restart-libvirtd
  fine virsh -q define <(sed 's/<name>d</<name>e</; /<uuid>/d' /tmp/faults/old.dump)
  for date in '1 hour' '-1 hour'; do
    when="a record of $date"
    fine virsh -q start --paused d
    cp -a /run/libvirt-spm/domains/d /tmp/faults/record
    fine virsh -q destroy d
    cp /tmp/faults/record /run/libvirt-spm/domains/d
    touch -d "$date" /run/libvirt-spm/domains/d
    fine virsh -q start --paused e
    fine virsh -q destroy e
    rm -f /run/libvirt-spm/domains/d
  done
  echo 'records an hour off'
}
