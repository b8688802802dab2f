# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# Instances: BASE/instances/NAME holds share/, run/, root (a link), and the files lock, init, supervisor, log.
# A supervisor, child of nobody, holds the lock as long as the instance lives and removes the folder after it.

instances=$base/instances

# Sets instance to the folder of a new, ready one.
start_instance() {
  build_root >&2
  new_instance_folder
  setsid "$here/testbed" supervise "$instance" "$root" "$owner" ${binds[@]+"${binds[@]}"} \
    </dev/null >"$instance/log" 2>&1 &
  supervisor=$!
  exec 8>&- 9>&-
  wait_until_ready
}

# Leaves descriptors 6 (its log), 8 (the root is in use) and 9 (the instance lives), the last two locked.
new_instance_folder() {
  exec 8>"$root.lock"
  flock -s 8
  [ -d "$root" ] || die "the root of $suite was removed just now; try again"
  mkdir -p "$instances"
  sweep_dead_instances
  exec 7>"$instances/.lock"
  flock 7
  instance=$(mktemp -d "$instances/$kind.XXXXXX")
  exec 9>"$instance/lock"
  flock 9
  exec 7>&-
  mkdir "$instance/share" "$instance/run" "$instance/mnt"
  : >"$instance/log"
  exec 6<"$instance/log"
  # A socket's path has at most 107 characters.
  [ ${#instance} -le 80 ] || die "'$instance' is too long for sockets in it; set LIBVIRT_SPM_CACHE to a shorter path"
}

wait_until_ready() {
  local tries=0
  until [ -e "$instance/ready" ]; do
    tries=$((tries + 1))
    if ! kill -0 "$supervisor" 2>/dev/null || [ "$tries" -gt 600 ]; then
      kill -TERM "$supervisor" 2>/dev/null || true
      tail -n 25 <&6 >&2
      die "the instance did not start"
    fi
    sleep 0.1
  done
}

# supervise INSTANCE ROOT OWNER DIR...: lives as long as the instance does, and ends it with its owner.
supervise() {
  instance=$1 root=$2 owner=$3
  echo $$ >"$instance/supervisor"
  # However this process ends, its death ends unshare, which ends the first process inside, which ends all others.
  setpriv --pdeathsig KILL unshare --mount --pid --net --ipc --uts --fork --kill-child \
    "$here/instance-mounts" "$instance" "$root" "${@:4}" 8>&- 9>&- &
  namespace=$!
  trap end_namespace TERM INT HUP
  watcher=
  if [ -n "$owner" ]; then
    tail --pid="$owner" -s 0.5 -f /dev/null 8>&- 9>&- &
    watcher=$!
  fi
  wait -n || true
  end_namespace
  rm -rf --one-file-system "$instance"
}

# The first process inside is killed, not unshare, which returns when the kernel has ended all the others.
end_namespace() {
  [ -n "$namespace" ] || return 0
  if kill -0 "$namespace" 2>/dev/null; then
    kill -KILL "$(cat "$instance/init" 2>/dev/null || echo "$namespace")" 2>/dev/null || true
  fi
  wait "$namespace" || true
  namespace=
  [ -z "$watcher" ] || kill "$watcher" 2>/dev/null || true
}

# Removes the folders of instances whose supervisor was killed: their processes died with it.
sweep_dead_instances() {
  local folder
  mkdir -p "$instances"
  (
    flock 7
    for folder in "$instances"/*/; do
      [ -d "$folder" ] || continue
      flock -n "${folder}lock" true || continue
      rm -rf --one-file-system "${folder%/}"
    done
  ) 7>"$instances/.lock"
}

find_instance() {
  need_root
  [ -n "${1-}" ] || refuse "which instance? testbed list shows them"
  instance=$1
  [[ $instance == */* ]] || instance=$instances/$instance
  [ -e "$instance/lock" ] && ! flock -n "$instance/lock" true || die "no instance '$1' runs; testbed list shows them"
}

stop_instance() {
  find_instance "${1-}"
  kill -TERM "$(cat "$instance/supervisor")"
  # Open first: the supervisor removes the file before it lets go of the lock.
  exec 9<"$instance/lock"
  flock -w 30 9 || die "'$instance' did not end within 30 seconds"
  exec 9<&-
}

# Replaces this process. The command is killed when this process is, and finds nothing of this environment.
exec_instance() {
  find_instance "${1-}"
  shift
  [ $# -gt 0 ] || refuse "exec needs a command"
  exec nsenter --target "$(cat "$instance/init")" --mount --uts --ipc --net --pid --root --wd \
    /usr/bin/env -i PATH=/testbed:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    LANG=C.UTF-8 TERM="${TERM-dumb}" LIBVIRT_DEFAULT_URI=qemu:///system \
    setpriv --pdeathsig KILL "$@"
}

run_in_new_instance() {
  owner=$$
  start_instance
  trap 'stop_instance "$instance"' EXIT
  trap 'exit 130' INT TERM
  local status=0
  (exec_instance "$instance" "$@") || status=$?
  exit "$status"
}

list_instances() {
  need_root
  sweep_dead_instances
  local folder
  for folder in "$instances"/*/; do
    [ ! -d "$folder" ] || echo "${folder%/}"
  done
}
