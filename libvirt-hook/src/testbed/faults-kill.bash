# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# Cases of faults: kill -9 at random moments.

# told: a moment may lie behind the end of a command, but most do not.
told() {
  [ "$times" -lt 10 ] || [ "$killed" -ge $((times / 2)) ] || fail "only $killed of $times were killed in time"
  echo "killed $killed of $times"
}

# killed_or_done BEFORE AFTER COMMAND...: from one dump to another, over and over.
killed_or_done() {
  local before=$1 after=$2 round
  shift 2
  set_to "$before" && measure "$@" && is "$after"
  files_before=$(written)
  for ((round = 1; round <= times; round++)); do
    set_to "$before"
    kill_within "$@"
    is "$before" "$after"
    measure "$@"
    is "$after"
  done
}

case_define() {
  killed_or_done old new "$virt_spm" define /tmp/faults/new.xml
  nothing_left && told
}

case_apply() {
  killed_or_done declared applied "$virt_spm" apply d
  nothing_left && told
}

# The text that was being edited is the user's: it stays, for this user only.
case_edit() {
  export EDITOR="sed -i 's/>one</>two</'"
  killed_or_done old new "$virt_spm" edit d
  local text
  for text in /tmp/virt-spm-d-*.xml; do
    [ ! -e "$text" ] || [ "$(stat -c %a "$text")" = 600 ] || fail "others can read $text"
  done
  rm -f /tmp/virt-spm-d-*.xml
  nothing_left && told
}

watch_until_applied() {
  local tries watcher
  "$virt_spm" watch >/tmp/faults.watch 2>&1 &
  watcher=$!
  for ((tries = 0; tries < 600; tries++)); do
    dump | cmp -s - /tmp/faults/applied.dump && break
    sleep 0.1
  done
  kill -TERM "$watcher" && wait "$watcher"
  is applied
}

case_watch() {
  local round
  set_to declared && measure watch_until_applied
  files_before=$(written)
  for ((round = 1; round <= times; round++)); do
    set_to declared
    kill_within "$virt_spm" watch
    is declared applied
    set_to declared
    measure watch_until_applied
  done
  nothing_left && told
}

entry=/etc/libvirt/hooks/qemu.d/50-libvirt-spm

# hook DOCUMENT: what the installed hook says to a start; one that is not installed lets all start.
hook() { [ ! -e "$entry" ] || "$entry" "$2" prepare begin - <"$1"; }

# A start refused by a hook that is half there is right for a domain with SPM, and wrong for any other.
case_hook_install() {
  local round
  fine "$virt_spm" hook uninstall
  measure "$virt_spm" hook install
  files_before=$(written)
  for ((round = 1; round <= times; round++)); do
    # From nothing, and over one that is in use, which another configuration makes another.
    if [ $((round % 2)) = 1 ]; then
      fine "$virt_spm" hook uninstall
    else
      fine "$virt_spm" hook install --config /etc/libvirt-spm/other.conf
    fi
    kill_within "$virt_spm" hook install
    fine hook /tmp/faults/plain.xml e
    measure "$virt_spm" hook install
    whole
    fine hook /tmp/faults/plain.xml e
  done
  # What makes the start-up archive works in a folder of its own, which goes when /tmp does.
  rm -rf /tmp/virt-spm*
  nothing_left && told
}

# hook_processes: the numbers of what the hook runs, which the instance has for itself.
hook_processes() {
  local process words
  for process in /proc/[0-9]*; do
    mapfile -d '' -t words <"$process/cmdline"
    case "${words[*]-}" in
      "/bin/sh $entry "* | *HookMain*) echo "${process#/proc/}" ;;
    esac
  done 2>/dev/null
}

# Waits for libvirt to run the hook, and kills what runs of it at a random moment.
kill_hook() {
  local tries processes
  for ((tries = 0; tries < 200; tries++)); do
    [ -z "$(hook_processes)" ] || break
    sleep 0.02
  done
  sleep "$(moment)"
  processes=$(hook_processes)
  # shellcheck disable=SC2086 # a list
  [ -z "$processes" ] || { kill -KILL $processes && touch /tmp/faults.killed; } 2>/dev/null
}

start_and_destroy() {
  virsh -q start --paused d && virsh -q destroy d
}

case_hook_prepare() {
  local round killer
  set_to old
  fine "$virt_spm" hook install
  fine restart-libvirtd
  fine start_and_destroy
  measure hook /tmp/faults/old.dump d
  # What that call took is given back at the next end.
  fine start_and_destroy
  files_before=$(written)
  for ((round = 1; round <= times; round++)); do
    rm -f /tmp/faults.killed
    kill_hook &
    killer=$!
    start_and_destroy >/tmp/faults.out 2>&1
    wait "$killer"
    [ ! -e /tmp/faults.killed ] || killed=$((killed + 1))
    virsh -q destroy d 2>/dev/null
    is old
    fine start_and_destroy
  done
  nothing_left && told
}
