# shellcheck shell=bash disable=SC2034,SC2154  # the scripts that read this file share its variables
# The domain of faults, d, in the forms that the cases need.

# domain TITLE METADATA CELL
domain() {
  cat <<XML
<domain type='qemu'>
  <name>d</name>
  <uuid>5a1ad6a6-6f3e-4b6e-9d0c-5c1e3ab7d3f1</uuid>
  <title>$1</title>
  $2
  <memory unit='MiB'>$3</memory>
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>
    <nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'/>
  </os>
  <features><acpi/></features>
  <cpu mode='custom' match='exact'>
    <model>qemu64</model>
    <numa><cell id='0' cpus='0' memory='512' unit='MiB'/>$4</numa>
  </cpu>
  <devices><controller type='usb' model='none'/></devices>
</domain>
XML
}

# Files in /tmp/faults: old.xml and new.xml are extended, declared.xml is what libvirt keeps of one;
# those with .dump are what libvirt shows of each once virt-spm has defined it.
prepare_domains() {
  local source='<source><path>/share/spm.img</path></source>'
  mkdir -p /tmp/faults
  truncate -s 256M /share/spm.img
  domain one '' 768 "<cell id='1' memory='256' unit='MiB' spm='on'>$source</cell>" >/tmp/faults/old.xml
  sed 's/>one</>two</' /tmp/faults/old.xml >/tmp/faults/new.xml
  domain one "<metadata><s:numa xmlns:s='https://libvirt-spm.org/xmlns/domain/1.0'><s:cell id='1' memory='256'
    unit='MiB' spm='on'><s:source><s:path>/share/spm.img</s:path></s:source></s:cell></s:numa></metadata>" \
    512 '' >/tmp/faults/declared.xml
  domain plain '' 512 '' | sed 's/<name>d</<name>e</; /<uuid>/d' >/tmp/faults/plain.xml
  "$virt_spm" define /tmp/faults/new.xml && dump >/tmp/faults/new.dump &&
    "$virt_spm" define /tmp/faults/old.xml && dump >/tmp/faults/old.dump &&
    virsh -q define /tmp/faults/declared.xml && dump >/tmp/faults/declared.dump &&
    "$virt_spm" apply d && dump >/tmp/faults/applied.dump || exit 1
}

dump() { virsh dumpxml --inactive d; }

# is NAME...: the domain is as one of those dumps.
is() {
  local name
  dump >/tmp/faults/now.dump || fail "after $when: there is no domain d"
  for name in "$@"; do
    cmp -s "/tmp/faults/$name.dump" /tmp/faults/now.dump && return
  done
  fail "after $when: the domain is none of: $*" "$(diff "/tmp/faults/$1.dump" /tmp/faults/now.dump)"
}

# set_to NAME: makes the domain what that dump shows.
set_to() { fine virsh -q define "/tmp/faults/$1.dump"; }

# What a case that failed may leave running.
clean_up() {
  virsh -q destroy d
  virsh -q destroy e
  virsh -q undefine e
  rm -rf /tmp/faults.*
} >/dev/null 2>&1
