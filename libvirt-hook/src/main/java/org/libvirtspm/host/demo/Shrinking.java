package org.libvirtspm.host.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.SourceText;

/** One document on its way to a {@link SmallDomain}. */
final class Shrinking {

  /** Maximum of the domain's memory after shrinking. */
  private static final long LIMIT_KIB = 1024 * MemorySize.MIB;

  private static final long PAGE_KIB = 4;
  private static final long LEAST_ALIGNMENT_KIB = 2 * MemorySize.MIB;
  private static final Set<String> SIZES =
      Set.of("memory", "currentMemory", "maxMemory", "size", "requested", "block");
  private static final String EMULATOR = "/usr/bin/qemu-system-x86_64";

  private final Document in;
  private final Editor editor;
  private final SmallDomain.Settings settings;
  private final String name;
  private final long divisor;
  private final List<String> changes = new ArrayList<>();
  private final List<SmallDomain.Memory> memories = new ArrayList<>();
  private final List<SmallDomain.Disk> disks = new ArrayList<>();

  Shrinking(byte[] document, SmallDomain.Settings settings) throws MalformedException {
    this.in = DocumentReader.read(SourceText.decode(document));
    this.editor = new Editor(in);
    this.settings = settings;
    this.name =
        settings.name().isEmpty()
            ? in.root().child("name").map(Element::text).orElse("demo")
            : settings.name();
    this.divisor = divisor();
  }

  SmallDomain run() throws MalformedException {
    type();
    sizes();
    pages();
    paths();
    devices();
    GuestSystem guest = new GuestSystem(in, editor, changes);
    guest.boot(settings.kernelArguments());
    guest.log(name);
    emulator();
    return new SmallDomain(name, editor.apply(), changes, memories, disks);
  }

  private void type() {
    in.root()
        .attribute("type")
        .filter(type -> !type.value().equals("qemu"))
        .ifPresent(type -> editor.setValue(type, "qemu"));
    if (!settings.name().isEmpty()) {
      in.root()
          .child("name")
          .ifPresent(e -> editor.replace(e, NewElement.named("name").text(name)));
    }
    changes.add("runs without KVM, slower, as in any container or virtual machine");
  }

  private long divisor() throws MalformedException {
    long kib = 0;
    for (Element cell : cells()) {
      kib += kib(cell.value("memory").orElse("0"), cell.value("unit").orElse(""), cell);
    }
    long power = 1;
    while (kib / power > LIMIT_KIB) {
      power *= 2;
    }
    return power;
  }

  private void sizes() throws MalformedException {
    if (divisor == 1) {
      return;
    }
    for (Element cell : cells()) {
      long kib = kib(cell.value("memory").orElse("0"), cell.value("unit").orElse(""), cell);
      setSize(cell, cell.attribute("memory").orElseThrow(), kib / divisor);
    }
    for (Element element : all().filter(this::isSize).toList()) {
      long kib = kib(element.text(), element.value("unit").orElse(""), element);
      write(element, kib / divisor);
    }
    for (Element align : all().filter(e -> e.localName().equals("alignsize")).toList()) {
      long kib = kib(align.text(), align.value("unit").orElse(""), align);
      write(align, Math.max(kib / divisor, Math.min(kib, LEAST_ALIGNMENT_KIB)));
    }
    changes.add("every size is divided by " + divisor);
  }

  /** True for a size element of libvirt; the size of a cache is an attribute. */
  private boolean isSize(Element e) {
    return e.namespace().isEmpty() && SIZES.contains(e.localName()) && !e.text().isEmpty();
  }

  private void setSize(Element element, Attribute size, long kib) {
    editor.setValue(size, MemorySize.number(kib));
    Optional<Attribute> unit = element.attribute("unit");
    if (unit.isPresent()) {
      editor.setValue(unit.get(), MemorySize.unit(kib));
    } else {
      editor.addAttribute(element, "unit", MemorySize.unit(kib));
    }
  }

  private void write(Element element, long kib) {
    NewElement written = NewElement.named(element.qualifiedName());
    element.attributes().stream()
        .filter(a -> !a.name().equals("unit"))
        .forEach(a -> written.with(a.name(), a.value()));
    editor.replace(element, MemorySize.write(written, kib));
  }

  /** Removes huge pages, which few machines have reserved. */
  private void pages() {
    List<Element> pages = all().filter(e -> e.is("page")).toList();
    List<Element> sources = all().filter(e -> e.localName().equals("pagesize")).toList();
    for (Element page : pages) {
      page.attribute("size").ifPresent(size -> setSize(page, size, PAGE_KIB));
    }
    sources.forEach(pagesize -> write(pagesize, PAGE_KIB));
    if (!pages.isEmpty() || !sources.isEmpty()) {
      changes.add("pages of 4 KiB in place of huge ones, which need to be set aside");
    }
  }

  private void paths() throws MalformedException {
    for (Element cell : cells()) {
      Optional<Element> path =
          cell.elements().stream()
              .filter(e -> e.localName().equals("source"))
              .flatMap(e -> e.elements().stream())
              .filter(e -> e.localName().equals("path"))
              .findFirst();
      if (path.isPresent()) {
        standIn(path.get(), cell);
      }
    }
  }

  private void standIn(Element path, Element cell) throws MalformedException {
    String file = "/share/" + name + ".node" + cell.value("id").orElse("");
    long kib = kib(cell.value("memory").orElse("0"), cell.value("unit").orElse(""), cell);
    memories.add(new SmallDomain.Memory(file, kib / divisor * 1024));
    changes.add("the file " + file + " stands in for " + path.text());
    editor.replace(path, NewElement.named(path.qualifiedName()).text(file));
  }

  private void devices() {
    for (Element device :
        in.root().child("devices").stream().flatMap(e -> e.elements().stream()).toList()) {
      switch (device.localName()) {
        case "disk" -> disk(device);
        case "interface" -> leaveOutUnless(device.value("type").orElse("").equals("user"), device);
        case "hostdev", "filesystem", "tpm", "sound", "graphics", "video" ->
            leaveOutUnless(false, device);
        default -> {
          // needs nothing of the host
        }
      }
    }
  }

  private void disk(Element disk) {
    Optional<Attribute> file = disk.child("source").flatMap(s -> s.attribute("file"));
    leaveOutUnless(file.isPresent(), disk);
    if (file.isPresent()) {
      String path = "/share/" + name + ".disk" + disks.size();
      disks.add(new SmallDomain.Disk(path, format(disk)));
      editor.setValue(file.get(), path);
      changes.add("an empty disk in place of " + file.get().value());
    }
  }

  private static String format(Element disk) {
    return disk.child("driver").flatMap(driver -> driver.value("type")).orElse("raw");
  }

  private void leaveOutUnless(boolean keep, Element device) {
    if (!keep) {
      editor.remove(device);
      changes.add("without its <" + device.localName() + ">, which the host would have to have");
    }
  }

  private void emulator() {
    Optional<Element> devices = in.root().child("devices");
    Optional<Element> old = devices.flatMap(d -> d.child("emulator"));
    String path = settings.emulator().isEmpty() ? EMULATOR : settings.emulator();
    NewElement emulator = NewElement.named("emulator").text(path);
    if (old.isPresent()) {
      editor.replace(old.get(), emulator);
    } else if (!settings.emulator().isEmpty()) {
      devices.ifPresent(d -> editor.insert(d, 0, emulator));
    }
  }

  private List<Element> cells() {
    return all()
        .filter(e -> e.localName().equals("cell"))
        .filter(e -> e.parent() != null && e.parent().localName().equals("numa"))
        .toList();
  }

  private Stream<Element> all() {
    return within(in.root());
  }

  private static Stream<Element> within(Element element) {
    return Stream.concat(
        Stream.of(element), element.elements().stream().flatMap(Shrinking::within));
  }

  private long kib(String number, String unit, Element at) throws MalformedException {
    try {
      return MemorySize.kib(number, unit);
    } catch (BadValueException e) {
      int start = at.span().start();
      throw new MalformedException(e.getMessage(), in.text().line(start), in.text().column(start));
    }
  }
}
