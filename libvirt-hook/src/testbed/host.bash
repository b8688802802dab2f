# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# What the testbed needs of the machine it runs on: root, a few packages, a Debian mirror.

say() { printf 'testbed: %s\n' "$*" >&2; }
die() { say "$@" && exit 1; }
refuse() { say "$@" && exit 2; }

need_root() {
  [ "$(id -u)" = 0 ] || die "this needs root: it makes mounts and namespaces of its own; use sudo"
}

# Packages are installed only where a program is missing, and never without saying so.
need_programs() {
  local packages=()
  command -v debootstrap >/dev/null || packages+=(debootstrap)
  command -v wget >/dev/null || packages+=(wget)
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || packages+=(debian-archive-keyring)
  [ ${#packages[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null \
    || die "this machine has no apt-get to install ${packages[*]} with; run the testbed on a Debian-family machine"
  say "installing on this machine: ${packages[*]}"
  local output
  output=$(install_packages_here "${packages[@]}" 2>&1) \
    || { printf '%s\n' "$output" | tail -n 25 >&2 && die "could not install ${packages[*]}"; }
}

install_packages_here() {
  refresh_packages \
    && DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@"
}

# apt-get update; a mirror whose release file has expired is taken all the same, and the log says so.
refresh_packages() {
  local output status tries=0
  while :; do
    output=$(apt-get -q update 2>&1) && status=0 || status=$?
    # apt can wait for dpkg's lock, and not for that of its own lists.
    grep -q 'Could not get lock' <<<"$output" && ((tries++ < 60)) || break
    sleep 2
  done
  printf '%s\n' "$output"
  # apt calls a failed download a warning; a root must not be made from half an index.
  [ "$status" = 0 ] && ! grep -q '^[WE]: .*Failed to fetch' <<<"$output" && return
  grep -qi 'is expired\|not valid anymore\|is not valid (invalid since' <<<"$output" || return 1
  echo "testbed: the mirror's release file has expired; going on without that check"
  apt-get -q -o Acquire::Check-Valid-Until=false update
}

# Prints the machine's own Debian mirror, from one-line and deb822 sources, then debootstrap's default.
debian_mirrors() {
  {
    [ -z "${LIBVIRT_SPM_MIRROR-}" ] || echo "$LIBVIRT_SPM_MIRROR"
    if grep -qs '^ID=debian$' /etc/os-release; then
      one_line_mirrors
      deb822_mirrors
    fi
    sed -n 's/^DEF_MIRROR="\(http[^"]*\)".*/\1/p' "$(command -v debootstrap)"
  } | sed 's,/*$,,' | awk '!seen[$0]++'
}

one_line_mirrors() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null \
    | sed -n 's/^deb \+\(\[[^]]*\] *\)\?\(https\?:[^ ]*\/debian\/\?\) .*[ ]main\b.*/\2/p' || true
}

# Archives beside the main one (security, a vendor's) are told by their path: it does not end in /debian.
deb822_mirrors() {
  cat /etc/apt/sources.list.d/*.sources 2>/dev/null \
    | sed -n 's/^URIs: *//p' | tr ' ' '\n' | grep '^https\?:.*/debian/\?$' || true
}

# A proxy that apt uses is used by debootstrap too.
export_apt_proxy() {
  local proxy=
  eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null)"
  [ -z "$proxy" ] || [ "$proxy" = DIRECT ] || export http_proxy=${http_proxy:-$proxy}
}
