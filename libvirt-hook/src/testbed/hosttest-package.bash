# shellcheck shell=bash disable=SC2016,SC2154  # the variables are hosttest's; the host's shell expands single quotes
# What hosttest claims of the package, on a host with systemd: installed, upgraded beside guests, with another Java and
# with none, removed, purged.

entry=/etc/libvirt/hooks/qemu.d/50-libvirt-spm

package_claims() {
  claim 'an older package, and Java 17 and 25 as packages' make_all_packages
  claim '  Java 17 is the only one' has_only_java 17
  claim '  kmem is kept out' host sh -c 'echo blacklist kmem >/etc/modprobe.d/testbed.conf'
  host_files >"$work/before"
  claim 'a guest from before' starts_ordinary x
  claim 'the older package is installed' installs old
  claim '  libvirtd is the same process' libvirtd_is_the_same
  claim '  the hook works, by its own account' spm hook status
  claim '  the hook is of Java 17' hook_runs_java 17
  claim '  the watcher runs, and will at boot' watcher_runs
  claim '  its files are as packaged' unchanged_files
  claim '  a guest with a device starts' starts_with_device d dax0.0
  claim 'the package is installed over it, while guests start and end' upgrades
  claim '  its files are as packaged' unchanged_files
  claim '  command, hook and watcher are of this version' everything_is_new
  claim '  the guest runs on, with its device' maps_device d /dev/dax0.0
  claim '  a guest that starts is looked after' starts_with_device e dax1.0
  claim '    it ends' destroy e
  claim '    the device is root'\''s, and the hook holds nothing' device_is_free dax1.0 e
  claim 'AppArmor denied nothing so far that is not listed' nothing_else_is_denied
  claim 'the host boots again' reboot_host
  claim '  the watcher runs' watcher_runs
  claim '  it translates' watcher_translates w
  claim '  the hook works, by its own account' spm hook status
  claim 'Java 25 takes the place of 17' changes_java 17 25
  claim '  the hook is of Java 25' hook_runs_java 25
  claim '  command and hook have archives for it, and for no other' archives_are_of 25
  claim '  a guest is looked after' start w --paused
  claim '    it ends' destroy w
  claim 'without Java' host dpkg -r --force-depends java-25
  claim '  a guest with special memory is refused' fails_saying "can.t be looked after" host virsh start w
  claim '  an ordinary one starts' host virsh start x --paused
  claim 'with it again' host dpkg -i /root/java-25.deb
  claim '  a guest is looked after' start w --paused
  claim 'the package is used, verb by verb' uses_verbs
  claim '  its files are as packaged' unchanged_files
  claim '  a guest with a device starts' starts_with_device g dax1.0
  claim 'it is removed' removes
  claim '  the guests run on' state_is w paused
  claim '    one with its device' maps_device g /dev/dax1.0
  claim '  no process of it is left' not host pgrep -f libvirt-spm
  claim '  a guest starts, and nobody looks' host virsh start v --paused
  claim 'it is purged' host dpkg -P libvirt-spm
  claim '  nothing is left' nothing_is_left
}

# A package with other classes, and two with a runtime: one of a JDK 17 of this machine, one of the host's own.
make_all_packages() {
  local package
  package=$("$checkout/virt-spm" package 2>"$work/build" | grep '\.deb$') \
    && put new.deb <"$package" \
    && "$checkout/libvirt-hook/src/package/older" "$work/old" \
    && put old.deb <"$(echo "$work"/old/*.deb)" \
    && make_java_17 && make_own_java
}

make_java_17() {
  local jdk tree=$work/java-17
  jdk=$(grep -l '^JAVA_VERSION="17\.' /usr/lib/jvm/*/release | head -n 1) || { echo 'no JDK 17 here' && return 1; }
  mkdir -p "$tree/DEBIAN" "$tree/usr/lib/jvm"
  # Start-up archives of this version are put on top of the JVM's own.
  "${jdk%/release}/bin/jlink" --add-modules java.se,jdk.unsupported --strip-debug --no-header-files --no-man-pages \
    --output "$tree/usr/lib/jvm/java-17" && "$tree/usr/lib/jvm/java-17/bin/java" -Xshare:dump || return
  runtime_package 17 >"$tree/DEBIAN/control"
  dpkg-deb -Znone --root-owner-group -b "$tree" "$work/java-17.deb" && put java-17.deb <"$work/java-17.deb"
}

make_own_java() {
  runtime_package 25 | put control
  host sh -ec 'cd /root
    mkdir -p java-25/DEBIAN java-25/usr/lib/jvm
    mv control java-25/DEBIAN
    mkdir java-25/usr/lib/jvm/java-25
    cd /usr/lib/jvm/java-25-openjdk-amd64
    cp -RL bin conf lib release /root/java-25/usr/lib/jvm/java-25
    cd /root
    dpkg-deb -Znone -b java-25 java-25.deb
    rm -r java-25'
}

# runtime_package VERSION: what it says of itself.
runtime_package() {
  printf '%s\n' "Package: java-$1" "Version: $1" 'Architecture: all' 'Maintainer: testbed <testbed@example.org>' \
    'Provides: java17-runtime-headless' 'Description: a runtime'
}

# The host's own Java goes: what is packaged here stands for it. And no documentation is left out, as in the root.
has_only_java() {
  host sh -ec 'printf "path-include=/usr/share/%s/*\n" doc/libvirt-spm man >/etc/dpkg/dpkg.cfg.d/zz-documentation
    dpkg -r --force-depends $(dpkg-query -W -f "\${Package} " "openjdk-*" "default-jre*")
    dpkg -i "/root/java-$1.deb"
    [ "$(ls /usr/lib/jvm | grep -c -v "^\.")" = 1 ]' sh "$1"
}

# What is on the disk, but for what dpkg, systemd and libvirt write down for themselves.
host_files() {
  host find / -xdev \( -path /tmp -o -path /root -o -path /var/lib/dpkg -o -path /var/log -o -path /var/lib/systemd \
    -o -path /var/cache -o -path /var/lib/libvirt -o -path /etc/libvirt/qemu -o -path /etc/apparmor.d/libvirt \
    -o -path /var/tmp -o -path /usr/lib/jvm \) -prune -o -print | LC_ALL=C sort
}

# installs NAME: and keeps in mind which process libvirtd is.
installs() {
  host sh -ec 'systemctl show -p MainPID --value libvirtd.service >/root/libvirtd.before
    dpkg -i "/root/$1.deb"' sh "$1"
}

libvirtd_is_the_same() {
  host sh -ec 'systemctl show -p MainPID --value libvirtd.service | cmp - /root/libvirtd.before'
}

# hook_runs_java VERSION: as its entry says.
hook_runs_java() { host grep "^java='/usr/lib/jvm/java-$1/" "$entry"; }

# dpkg's own check of every file, which prints what differs.
unchanged_files() { [ -z "$(host dpkg --verify libvirt-spm | tee /dev/stderr)" ]; }

# starts_with_device NAME DEVICE: the device is of no driver, or of device_dax.
starts_with_device() {
  host sh -c '[ -e "/sys/bus/dax/devices/$1/driver" ] || daxctl reconfigure-device --mode=devdax "$1"' sh "$2" \
    && define_translated "$1" "$(special 256 "$(dax "$2" 2)")" 512 && starts_confined "$1" --paused && maps_device "$1" "/dev/$2"
}

# A guest with a device starts and ends, again and again, while dpkg works; the hook knows of each start.
upgrades() {
  define_translated v "$(special 256)" 512 || return
  host daxctl reconfigure-device --mode=devdax dax1.0
  define_translated k "$(special 256 "$(dax dax1.0 2)")" 512 || return
  host sh -c 'cd /root; rm -f enough starts
    while [ ! -e enough ]; do
      virsh start k --paused && [ -e /run/libvirt-spm/domains/k ] && virsh destroy k && echo started || echo refused
    done >starts 2>&1 &
    dpkg -i new.deb
    status=$?
    touch enough
    wait
    cat starts
    exit $status' >"$work/upgrade" 2>&1 || { cat "$work/upgrade" && return 1; }
  cat "$work/upgrade"
  grep -q '^started' "$work/upgrade" && ! grep '^refused' "$work/upgrade"
}

everything_is_new() {
  host sh -ec 'version=$(dpkg-query -W -f "\${Version}" libvirt-spm)
    virt-spm --version | tr - "~" | grep -F "${version%-*}"
    virt-spm hook status
    [ "$(ls /var/lib/libvirt-spm/hook | wc -l)" = 1 ]
    pid=$(systemctl show -p MainPID --value virt-spm-watch.service)
    ls -l "/proc/$pid/fd" | grep "/virt-spm.jar$"'
}

watcher_translates() {
  define_metadata "$1" "$(special 256)" 256 && within 180 is_translated "$1"
}

# changes_java OLD NEW
changes_java() {
  host sh -ec 'dpkg -i "/root/java-$2.deb"; dpkg -r "java-$1"' sh "$@"
}

archives_are_of() {
  host sh -ec '[ "$(ls /var/lib/libvirt-spm/start-up/* | grep -c "^java-$1-")" = 1 ]
    [ "$(ls /var/lib/libvirt-spm/start-up/* | wc -l)" = 1 ]' sh "$1"
}

starts_ordinary() {
  guest "$1" '' 256 | put "$1.xml" && host virsh define "/root/$1.xml" && host virsh start "$1" --paused
}

# Most verbs answer for the installed program as they should.
uses_verbs() {
  spm --help | grep -q untranslate || return
  guest u "$(special 256)" 512 | put u.xml
  host sh -ec 'cd /root
    virt-spm validate u.xml
    virt-spm translate --dialect sp-mem --libvirt 12.8 u.xml -o u-done.xml
    virt-spm untranslate u-done.xml | cmp - u.xml
    virt-spm define u.xml
    virt-spm dumpxml u | grep "spm="
    virt-spm list --all
    virt-spm apply --all
    virt-spm devices
    virt-spm probe /usr/bin/qemu-system-x86_64
    virt-spm check u || [ $? = 1 ]
    virt-spm doctor || [ $? = 3 ]
    virt-spm detach --all u
    virsh dumpxml u >u-left.xml
    if grep ua-spm u-left.xml; then exit 1; fi
    virt-spm attach u --memory 256MiB
    virt-spm show u
    virsh undefine --nvram u
    virt-spm engine list
    virt-spm completion bash >/dev/null
    virt-spm filter <u.xml >/dev/null'
}

removes() {
  host dpkg -r libvirt-spm >"$work/removed" 2>&1 || { cat "$work/removed" && return 1; }
  cat "$work/removed"
  grep 'nobody looks after it any more:' "$work/removed" | grep -w v | grep -w w | grep -w g && not host test -e "$entry" \
    && not host systemctl is-enabled virt-spm-watch.service
}

nothing_is_left() {
  host_files >"$work/after"
  [ -s "$work/before" ] && diff "$work/before" "$work/after" && not host test -e /run/libvirt-spm \
    && is "$(host sh -c 'grep -rs --exclude="*.old" libvirt-spm /etc/xml /var/lib/systemd/deb-systemd-helper-enabled; echo end')" end
}
