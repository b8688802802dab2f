package org.libvirtspm.host.check;

import java.util.Locale;

/**
 * What a finding is about, for programs: its word is the same in each release, its level says how
 * it stands. A document's problems have codes of the translator's.
 */
public enum Code {
  TRANSLATION("whether a translation is what its declaration asks for"),
  FORM("the dialect and form in which libvirt gets the domain"),
  NO_SPM("a document that declares no Specific Purpose Memory"),
  ASSUMED_DIALECT("a dialect that was taken because there was nothing to ask"),
  OTHER_HOST("a libvirt on another host, and what was therefore not looked at"),
  PROGRAM("which virt-spm this is, and whether what belongs to it is there"),
  LIBVIRT("the connection to libvirt, or what libvirt refused"),
  LIBVIRT_URI("a URI at which no libvirt will ever answer"),
  NO_DOMAIN("a domain that does not exist"),
  DOMAIN("a domain with special memory, and whether it is in step"),
  REDEFINED("a domain that a document without a uuid redefines"),
  DOMAIN_UNREADABLE("a domain that can't be looked at"),
  EMULATOR("the emulator: whether it is there and may be run"),
  EMULATOR_ANSWER("an emulator that could not be asked"),
  EMULATOR_DIALECT("the dialects that an emulator speaks"),
  KVM("/dev/kvm"),
  FIRMWARE("whether the guest's firmware passes the mark on"),
  HOOK("the libvirt hook"),
  HOOK_CONFIGURATION("hook.conf"),
  ENGINE("an engine that runs VMs on this host, and whether it calls virt-spm"),
  WATCHER("the service that translates what others define"),
  SELINUX("whether SELinux lets hooks do their work"),
  APPARMOR("whether AppArmor lets QEMU use a path"),
  RAM_BACKED("a node that is special for the guest only"),
  DEVICE("a dax device that fits its node"),
  DEVICE_MISSING("a dax device that is not there"),
  DEVICE_DRIVER("the driver that a dax device is bound to"),
  DEVICE_SIZE("a dax device that is too small"),
  DEVICE_ALIGNMENT("a size or alignment that a dax device can't have"),
  DEVICE_ACL("whether qemu.conf lets QEMU use a device"),
  DEVICE_USER("a <seclabel> whose user is not given devices"),
  MEMORY_FILE("a file that is to be a node's memory"),
  PATH_ACCESS("owner and mode of a path"),
  PATH_SHARED("a path that is memory of another domain too"),
  PATH_OPEN("a path that a process has open"),
  LOCKED_MEMORY("whether memory can be locked for a device's DMA"),
  HUGE_PAGES("the huge pages that nodes ask for"),
  HOST_NODE("a node of the host that memory is to come from"),
  SAVE("what saving and migrating leave out"),
  KEPT_TEXT("edited XML that did not reach libvirt, and the file it is in"),
  USAGE("a command line that is wrong"),
  MEMORY("too little memory for Java"),
  BUG("an error in virt-spm itself"),
  FAILURE("any other thing that could not be done");

  private final String about;

  Code(String about) {
    this.about = about;
  }

  /** Returns the subject of such findings, for the manual. */
  public String about() {
    return about;
  }

  /** Returns the code in lower case, with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
