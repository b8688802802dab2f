# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# Real hosts: a QEMU in an instance, with systemd, AppArmor, an IOMMU and device-dax memory in it.
# BASE/host/RECIPE has what make-host made, and in tcg/ or kvm/ the state of a host that has just booted.

# Sets images to the folder of the newest host, made unless it is there, and root to the root it is made of.
build_host() {
  build_root
  images=$(host_path)
  [ -d "$images" ] && return
  # The root stays as long as this process needs it.
  exec 8>"$root.lock"
  flock -s 8
  build_cached "$images" "$here/make-host" "$root"
  exec 8>&-
}

host_path() {
  printf '%s/host/%s\n' "$base" \
    "$(cat "$here"/make-root "$here"/make-host "$here"/host/* "$here"/inside/* | sha256sum | cut -c1-12)"
}

# Boots a host and keeps its state, without kmem: QEMU 11.1 does not save the memory of its sp-mem devices, and what
# the host's kernel had in it would be lost.
save_host() {
  [ ! -d "$images/$(accelerator)" ] || return 0
  exec 9>"$images/saving.lock"
  flock -n 9 || { say "waiting for another first boot of the host" && flock 9; }
  [ -d "$images/$(accelerator)" ] || (save_new_host) || exit
  exec 9>&-
}

save_new_host() {
  say "first boot of the host (one to three minutes)"
  exec 9>&-
  owner=$BASHPID
  start_instance_of_images
  trap '[ ! -e "$instance" ] || stop_instance "$instance"' EXIT
  boot_host modprobe.blacklist=kmem
  warm_up_host
  inside_host save >>"$instance/log" || die "the host's state could not be saved"
  mv "$instance/share/saved" "$images/$(accelerator)"
}

accelerator() {
  if can_use_kvm; then echo kvm; else echo tcg; fi
}

# A /dev/kvm without the processor's support emulates too little of it for a whole system.
can_use_kvm() {
  [ -w /dev/kvm ] && grep -qwE 'vmx|svm' /proc/cpuinfo
}

# What libvirt and Java do at their first run belongs to no test.
warm_up_host() {
  (exec_host "$instance" sh -c 'virsh domcapabilities >/dev/null; java -version; sync') >>"$instance/log" 2>&1 \
    || die "libvirt does not answer in the host"
}

# inside_host WORD...: runs the script that knows this host's QEMU.
inside_host() {
  (exec_instance "$instance" /testbed/host "$@")
}

# Sets instance to a host that goes on as saved, or with $booting boots, with $kernel_arguments.
start_host() {
  build_host >&2
  [ "$booting" ] || save_host >&2
  start_instance_of_images
  if [ "$booting" ]; then
    boot_host ${kernel_arguments[@]+"${kernel_arguments[@]}"}
  else
    inside_host restore "$images" "$images/$(accelerator)" >>"$instance/log" || fail_host "the host was not restored"
    wait_for_host 600
  fi
}

# The instance holds a shared lock on the images, as it does on its root.
start_instance_of_images() {
  exec 5>"$images.lock"
  flock -s 5
  kind=host
  binds+=("$images")
  ! can_use_kvm || binds+=(/dev/kvm)
  start_instance
  exec 5>&-
  cp "$images/key" "$images/known_hosts" "$instance/"
}

boot_host() {
  inside_host boot "$images" "$@" >>"$instance/log" || fail_host "QEMU did not start the host"
  wait_for_host 1800
}

fail_host() {
  cp "$instance/share/console.log" "$base/host/console.log" 2>/dev/null || true
  cat "$instance/log" >&2
  say "the host's console is $base/host/console.log"
  stop_instance "$instance" || true
  die "$@"
}

# wait_for_host SECONDS: until it can be reached and systemd has started all it has to. It learns the time of day.
wait_for_host() {
  local until=$((SECONDS + $1))
  until connect_host; do
    [ "$SECONDS" -lt "$until" ] || fail_host "the host cannot be reached after $1 seconds"
    sleep 1
  done
  (exec_host "$instance" sh -c "date -s @$(date +%s) && systemctl is-system-running --wait") >>"$instance/log" 2>&1 \
    || { (exec_host "$instance" systemctl --no-pager --failed) >&2 || true; }
}

# One connection, which every command shares. It lives in the instance, and ends with it.
connect_host() {
  [ -e "$instance/ready" ] || die "the host has ended"
  rm -f "$instance/ssh"
  ssh_in_instance -fNM -o ConnectTimeout=20 -o ControlPersist=yes -o ServerAliveInterval=20 \
    -o ServerAliveCountMax=15 testbed-host >>"$instance/log" 2>&1 </dev/null
}

ssh_in_instance() {
  nsenter --target "$(cat "$instance/init")" --net --pid ssh -F none -S "$instance/ssh" -i "$instance/key" \
    -o HostName=127.0.0.1 -o User=root -o HostKeyAlias=testbed-host -o UserKnownHostsFile="$instance/known_hosts" \
    -o BatchMode=yes -o LogLevel=ERROR "$@"
}

# Runs a command in the host, with this standard input and output and its exit status.
exec_host() {
  find_instance "${1-}"
  shift
  [ $# -gt 0 ] || refuse "exec needs a command"
  ssh_in_instance -o ControlMaster=no testbed-host "$(printf '%q ' "$@")"
}

# Adds to the connection that every command shares: -L and -R are of this machine's files and the instance's network.
forward_host() {
  find_instance "${1-}"
  shift
  [ $# -gt 0 ] || refuse "forward needs -L or -R"
  ssh_in_instance -O forward "$@" testbed-host
}

# Pulls the plug and boots it again, with what its disk has.
reset_host() {
  find_instance "${1-}"
  inside_host qmp '{"execute": "system_reset"}' >>"$instance/log"
  ssh_in_instance -O exit testbed-host 2>/dev/null || true
  wait_for_host 1800
}

run_in_new_host() {
  owner=$$
  start_host
  trap '[ ! -e "$instance" ] || stop_instance "$instance"' EXIT
  trap 'exit 130' INT TERM
  local status=0
  exec_host "$instance" "$@" || status=$?
  exit "$status"
}
