# shellcheck shell=bash
# The domains of hosttest, with 256 MiB of ordinary memory and one CPU that QEMU emulates.

# special MIB SOURCE: the cell of special purpose memory.
special() {
  echo "<cell id='1' memory='$1' unit='MiB' spm='on'>${2-}</cell>"
}

# dax DEVICE ALIGNMENT-MIB [MORE]: what such a cell's memory is.
dax() {
  echo "<source><path>/dev/$1</path><alignsize unit='MiB'>$2</alignsize>${3-}</source>"
}

# Cells 1 to 3: 256 MiB in pages of 2 MiB, a page of 1 GiB, and 256 MiB of a device.
two_hugepages_and_dax() {
  cat <<EOX
<cell id='1' memory='256' unit='MiB' spm='on'><source><pagesize unit='MiB'>2</pagesize></source></cell>
    <cell id='2' memory='1' unit='GiB' spm='on'><source><pagesize unit='GiB'>1</pagesize></source></cell>
    <cell id='3' memory='256' unit='MiB' spm='on'>$(dax dax1.0 2)</cell>
EOX
}

# The function that the host hands on, below an expander bus of node 1, of which it is the generic initiator.
function_of_node() {
  cat <<'EOX'
<controller type='pci' index='0' model='pcie-root'/>
    <controller type='pci' index='1' model='pcie-expander-bus'>
      <model name='pxb-pcie'/>
      <target busNr='180'><node>1</node></target>
    </controller>
    <controller type='pci' index='2' model='pcie-root-port'>
      <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
    </controller>
    <hostdev mode='subsystem' type='pci' managed='yes'>
      <source><address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/></source>
      <acpi nodeset='1'/>
      <address type='pci' domain='0x0000' bus='0x02' slot='0x00' function='0x0'/>
    </hostdev>
EOX
}

# guest NAME CELL MIB [BACKING] [DEVICES] [KERNEL-ARGUMENTS]: MIB is all of its memory.
guest() {
  cat <<EOX
<domain type='qemu'>
  <name>$1</name>
  <memory unit='MiB'>$3</memory>
  ${4-}
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>
    <nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'/>
    <kernel>/testbed/vmlinuz</kernel>
    <initrd>/testbed/initramfs.cpio.gz</initrd>
    <cmdline>console=ttyS0 panic=-1 ${6-}</cmdline>
  </os>
  <features><acpi/></features>
  <cpu mode='custom' match='exact'>
    <model>qemu64</model>
    <numa><cell id='0' cpus='0' memory='256' unit='MiB'/>$2</numa>
  </cpu>
  <on_reboot>destroy</on_reboot>
  <devices>
    <controller type='usb' model='none'/>
    <serial type='file'><source path='/var/log/libvirt/qemu/$1-serial.log'/></serial>
    <memballoon model='none'/>
    ${5-}
  </devices>
</domain>
EOX
}

ordinary() {
  cat <<EOX
<domain type='qemu'>
  <name>$1</name>
  <memory unit='MiB'>16</memory>
  <vcpu>1</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices><memballoon model='none'/></devices>
</domain>
EOX
}
