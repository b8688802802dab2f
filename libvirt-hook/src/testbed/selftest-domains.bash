# shellcheck shell=bash
# The domains of selftest, each with 512 MiB on node 0 and 256 MiB of special purpose memory on node 1.

loader="<loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>
    <nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'/>"
no_loader='<!-- SeaBIOS -->'
sp_mem="<qemu:property name='driver' type='string' value='sp-mem'/>
        <qemu:property name='slot' type='remove'/>"

# domain NAME LOADER CELL1 DEVICES QEMU [EMULATOR]: serial output goes to /share/NAME.log.
domain() {
  cat <<EOF
<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>$1</name>
  <maxMemory slots='1' unit='MiB'>768</maxMemory>
  <memory unit='MiB'>768</memory>
  <vcpu>2</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    $2
    <kernel>/testbed/vmlinuz</kernel>
    <initrd>/testbed/initramfs.cpio.gz</initrd>
    <cmdline>console=ttyS0 panic=-1 ${kernel_arguments-}</cmdline>
  </os>
  <features><acpi/></features>
  <cpu mode='custom' match='exact'>
    <model>qemu64</model>
    <numa><cell id='0' cpus='0-1' memory='512' unit='MiB'/>$3</numa>
  </cpu>
  <on_reboot>destroy</on_reboot>
  <devices>
    <emulator>${6:-/usr/bin/qemu-system-x86_64}</emulator>
    <controller type='usb' model='none'/>
    <serial type='pty'><log file='/share/$1.log'/></serial>
    $4
  </devices>
  $5
</domain>
EOF
}

# dimm NODE: the memory device that the override turns into an sp-mem.
dimm() {
  echo "<memory model='dimm'>
      <target><size unit='MiB'>256</size><node>$1</node></target>
      <alias name='ua-spm1'/>
    </memory>"
}

# override PROPERTY...: of the memory device.
override() {
  echo "<qemu:override>
    <qemu:device alias='ua-spm1'>
      <qemu:frontend>$*</qemu:frontend>
    </qemu:device>
  </qemu:override>"
}

# commandline ARG...: one element.
commandline() {
  echo '<qemu:commandline>'
  printf "    <qemu:arg value='%s'/>\n" "$@"
  echo '  </qemu:commandline>'
}

# native NAME LOADER: the node stays a cell of libvirt's; libvirt 12 and later.
native() {
  domain "$1" "$2" "<cell id='1' memory='0' unit='MiB'/>" \
    "<memballoon model='virtio'/>$(dimm 1)" "$(override "$sp_mem")"
}

# passthrough NAME LOADER: libvirt knows the memory device, but not its node.
passthrough() {
  domain "$1" "$2" '' "$(dimm 0)" \
    "$(commandline -numa node,nodeid=1)
  $(override "$sp_mem" "<qemu:property name='node' type='unsigned' value='1'/>")"
}

# marked NAME LOADER MARK: for an emulator that knows the mark; here that is qemu-spm.
marked() {
  domain "$1" "$2" '' "<memballoon model='none'/>" \
    "$(commandline -object memory-backend-ram,id=ram-node1,size=256M \
      -numa "node,nodeid=1,memdev=ram-node1,$3" -m size=768M)" /testbed/qemu-spm |
    sed 's/^  <memory .*/  <memory unit="MiB">512<\/memory>/; /maxMemory/d'
}
