package org.libvirtspm.host.demo;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Puts the testbed's Linux into a domain, and its console into a file. */
final class GuestSystem {

  private static final String CODE = "/usr/share/OVMF/OVMF_CODE_4M.fd";
  private static final String VARIABLES = "/usr/share/OVMF/OVMF_VARS_4M.fd";
  private static final String CMDLINE = "console=ttyS0 quiet panic=-1";

  private final Document in;
  private final Editor editor;
  private final List<String> changes;

  GuestSystem(Document in, Editor editor, List<String> changes) {
    this.in = in;
    this.editor = editor;
    this.changes = changes;
  }

  /** Boots the testbed's kernel, by way of UEFI if the domain had UEFI. */
  void boot(String kernelArguments) {
    Optional<Element> os = in.root().child("os");
    if (os.isEmpty()) {
      return;
    }
    boolean uefi = isUefi(os.get());
    for (String old :
        List.of("firmware", "loader", "nvram", "kernel", "initrd", "cmdline", "boot")) {
      os.get().elements(old).forEach(editor::remove);
    }
    os.get().attribute("firmware").ifPresent(editor::removeAttribute);
    if (uefi) {
      loader(os.get());
    }
    append(os.get(), "kernel", "/testbed/vmlinuz");
    append(os.get(), "initrd", "/testbed/initramfs.cpio.gz");
    append(os.get(), "cmdline", (CMDLINE + " " + kernelArguments).strip());
    changes.add(
        "boots a small Linux that reports what it sees" + (uefi ? ", from plain OVMF" : ""));
  }

  private static boolean isUefi(Element os) {
    return os.value("firmware").filter("efi"::equals).isPresent()
        || os.child("loader").flatMap(l -> l.value("type")).filter("pflash"::equals).isPresent();
  }

  private void loader(Element os) {
    editor.append(
        os, NewElement.named("loader").with("readonly", "yes").with("type", "pflash").text(CODE));
    editor.append(os, NewElement.named("nvram").with("template", VARIABLES));
  }

  private void append(Element parent, String name, String text) {
    editor.append(parent, NewElement.named(name).text(text));
  }

  /** Makes the first serial port a terminal whose output is kept in the folder that is shared. */
  void log(String name) {
    Optional<Element> devices = in.root().child("devices");
    if (devices.isEmpty()) {
      return;
    }
    for (String console : List.of("serial", "console")) {
      devices.get().elements(console).forEach(editor::remove);
    }
    editor.append(
        devices.get(),
        NewElement.named("serial")
            .with("type", "pty")
            .with(NewElement.named("log").with("file", "/share/" + name + ".log")));
    changes.add("its console is /share/" + name + ".log");
  }
}
