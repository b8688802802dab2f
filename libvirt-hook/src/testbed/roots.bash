# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# The cached roots: BASE/SUITE/RECIPE, where RECIPE names the version of make-root that made it.
# An instance holds a shared lock on BASE/SUITE/RECIPE.lock; whoever removes a root needs that lock alone.

root_path() {
  local makers=("$here/make-root")
  [ "$suite" != engines ] || makers+=("$here/make-engines")
  printf '%s/%s/%s\n' "$base" "$suite" "$(cat "${makers[@]}" | sha256sum | cut -c1-12)"
}

# Sets root to the root of $suite, made unless it is there.
build_root() {
  need_root
  root=$(root_path)
  [ -d "$root" ] && return
  if [ "$suite" = engines ]; then
    build_engines_root
    return
  fi
  need_programs
  export_apt_proxy
  mapfile -t mirrors < <(debian_mirrors)
  build_cached "$root" "$here/make-root" "$suite" -- "${mirrors[@]}"
}

# It is made of forky's root, which stays as long as that takes.
build_engines_root() {
  local wanted=$root
  suite=forky build_root
  exec 8>"$root.lock"
  flock -s 8
  build_cached "$wanted" "$here/make-engines" "$root"
  exec 8>&-
  root=$wanted
}

# build_cached FOLDER MAKER ARGUMENT... [-- MORE...]: runs "MAKER ARGUMENT... FOLDER.new MORE..." unless FOLDER is there.
# A folder appears under its name only when it is complete.
build_cached() {
  local folder=$1
  mkdir -p "${folder%/*}"
  # The builder's processes hold this lock too, so that nobody builds beside what is left of a killed build.
  exec 9>"${folder%/*}/build.lock"
  flock -n 9 || { say "waiting for another build of $(kind_of "$folder")" && flock 9; }
  [ -d "$folder" ] || make_cached "$@"
  exec 9>&-
  remove_others "$folder"
}

# The folder above: a suite, or host.
kind_of() { basename "${1%/*}"; }

make_cached() {
  local folder=$1 log=${1%/*}/build.log maker=("$2") more=()
  shift 2
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    maker+=("$1")
    shift
  done
  [ $# = 0 ] || more=("${@:2}")
  rm -rf --one-file-system "$folder.new"
  # Mounts and whatever a package starts live in namespaces that end with this process.
  setpriv --pdeathsig KILL unshare --mount-proc --pid --ipc --fork --kill-child \
    "${maker[@]}" "$folder.new" ${more[@]+"${more[@]}"} >"$log" 2>&1 </dev/null &
  local builder=$!
  # shellcheck disable=SC2064  # the process of now is meant
  trap "kill -KILL $builder 2>/dev/null; exit 130" INT TERM
  show_progress "$builder" "$log"
  local status=0
  wait "$builder" || status=$?
  trap - INT TERM
  if [ "$status" != 0 ]; then
    tail -n 25 "$log" >&2
    die "could not make the root of $(kind_of "$folder"); the whole log is $log"
  fi
  grep '^testbed: ' "$log" >&2 || true
  mv "$folder.new" "$folder"
}

# On a terminal one line tells the step and its seconds; elsewhere there is the log.
show_progress() {
  [ -t 2 ] || return 0
  local since=$SECONDS step='' last=''
  while kill -0 "$1" 2>/dev/null; do
    step=$(sed -n 's/^==> //p' "$2" | tail -n 1)
    [ "$step" = "$last" ] || { [ -z "$last" ] || echo >&2; since=$SECONDS; }
    last=$step
    printf '\rtestbed %s: %s … %d s ' "$(kind_of "$2")" "${step:-starting}" $((SECONDS - since)) >&2
    sleep 1
  done
  echo >&2
}

print_versions() {
  sed "s/^/$suite: /" "$root/testbed/versions"
}

# Removes what older recipes made beside this folder, unless an instance still uses it.
remove_others() {
  local old
  for old in "${1%/*}"/????????????; do
    [ -d "$old" ] && [ "$old" != "$1" ] || continue
    remove_root "$old" || true
  done
}

# Fails if an instance uses it. Renaming first: half a root never has a root's name.
remove_root() (
  exec 8>"$1.lock"
  flock -n 8 || return 1
  rm -rf --one-file-system "$1.gone"
  mv "$1" "$1.gone"
  rm -rf --one-file-system "$1.gone"
)

# Removes every root of $suite, or of all suites, and what killed builds left.
clean_roots() {
  need_root
  sweep_dead_instances
  local folder busy=0
  for folder in "$base"/${suite:-*}/build.lock; do
    [ -e "$folder" ] || continue
    clean_suite "${folder%/build.lock}" || busy=1
  done
  return "$busy"
}

clean_suite() (
  exec 9>"$1/build.lock"
  flock -n 9 || { say "$1 is being built" && return 1; }
  rm -rf --one-file-system "$1"/*.new "$1"/*.gone "$1/build.log"
  local old busy=0
  for old in "$1"/????????????; do
    [ -d "$old" ] || continue
    remove_root "$old" || { say "$old is in use: stop its instance first" && busy=1; }
  done
  return "$busy"
)
