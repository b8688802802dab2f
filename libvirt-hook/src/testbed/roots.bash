# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# The cached roots: BASE/SUITE/RECIPE, where RECIPE names the version of make-root that made it.
# An instance holds a shared lock on BASE/SUITE/RECIPE.lock; whoever removes a root needs that lock alone.

root_path() {
  printf '%s/%s/%s\n' "$base" "$suite" "$(sha256sum <"$here/make-root" | cut -c1-12)"
}

# Makes the root of $suite unless it is there. A root appears under its name only when it is complete.
build_root() {
  need_root
  root=$(root_path)
  [ -d "$root" ] && return
  need_programs
  mkdir -p "$base/$suite"
  # The builder's processes hold this lock too, so that nobody builds beside what is left of a killed build.
  exec 9>"$base/$suite/build.lock"
  flock -n 9 || { say "waiting for another build of $suite" && flock 9; }
  [ -d "$root" ] || make_root
  exec 9>&-
  remove_roots_but "$root"
}

make_root() {
  local log=$base/$suite/build.log
  rm -rf --one-file-system "$root.new"
  export_apt_proxy
  # Mounts and whatever a package starts live in namespaces that end with this process.
  mapfile -t mirrors < <(debian_mirrors)
  setpriv --pdeathsig KILL unshare --mount-proc --pid --ipc --fork --kill-child \
    "$here/make-root" "$suite" "$root.new" "${mirrors[@]}" >"$log" 2>&1 </dev/null &
  local maker=$!
  # shellcheck disable=SC2064  # the process of now is meant
  trap "kill -KILL $maker 2>/dev/null; exit 130" INT TERM
  show_progress "$maker" "$log"
  local status=0
  wait "$maker" || status=$?
  trap - INT TERM
  if [ "$status" != 0 ]; then
    tail -n 25 "$log" >&2
    die "could not make the root of $suite; the whole log is $log"
  fi
  grep '^testbed: ' "$log" >&2 || true
  mv "$root.new" "$root"
}

# On a terminal one line tells the step and its seconds; elsewhere there is the log.
show_progress() {
  [ -t 2 ] || return 0
  local since=$SECONDS step='' last=''
  while kill -0 "$1" 2>/dev/null; do
    step=$(sed -n 's/^==> //p' "$2" | tail -n 1)
    [ "$step" = "$last" ] || { [ -z "$last" ] || echo >&2; since=$SECONDS; }
    last=$step
    printf '\rtestbed %s: %s … %d s ' "$suite" "${step:-starting}" $((SECONDS - since)) >&2
    sleep 1
  done
  echo >&2
}

print_versions() {
  sed "s/^/$suite: /" "$root/testbed/versions"
}

# Removes the roots of $suite that older recipes made, unless an instance still uses them.
remove_roots_but() {
  local old
  for old in "$base/$suite"/????????????; do
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
