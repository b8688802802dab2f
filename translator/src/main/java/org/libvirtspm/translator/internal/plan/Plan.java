package org.libvirtspm.translator.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.TooLongException;

/** Collects the changes of one translation and records them in the journal. */
public final class Plan {

  private final Domain domain;
  private final Editor editor;
  private final Journal journal;
  private final List<String> arguments = new ArrayList<>();
  private long argumentsLength;
  private final List<DeviceOverride> overrides = new ArrayList<>();
  private final List<Markup> devices = new ArrayList<>();
  private final List<Markup> topology = new ArrayList<>();
  private final Map<String, Markup> top = new TreeMap<>(DomainOrder.COMPARATOR);

  /** Starts without changes. */
  public Plan(Domain domain) {
    this.domain = domain;
    this.editor = new Editor(domain.document());
    this.journal = new Journal(domain.document());
  }

  /** Returns the edits so far. */
  public Editor editor() {
    return editor;
  }

  /** Returns the record so far. */
  public Journal journal() {
    return journal;
  }

  /** Adds an argument for QEMU, behind the earlier ones. */
  public void argument(String option, OptionValue value) {
    String text = value.toString();
    argumentsLength += text.length();
    TooLongException.check(argumentsLength);
    arguments.add(option);
    arguments.add(text);
  }

  /** Returns the arguments for QEMU, in order. */
  public List<String> arguments() {
    return arguments;
  }

  /** Adds property changes of a device. */
  public void override(DeviceOverride override) {
    overrides.add(override);
  }

  /** Returns the property changes. */
  public List<DeviceOverride> overrides() {
    return overrides;
  }

  /** Adds a device to the domain. */
  public void device(Markup device) {
    devices.add(device);
  }

  /** Returns the added devices. */
  public List<Markup> devices() {
    return devices;
  }

  /** Adds a cell or interconnects to the {@code <numa>} of a domain without one. */
  public void topology(Markup child) {
    topology.add(child);
  }

  /** Returns what follows cell 0 in the new {@code <numa>}. */
  public List<Markup> topology() {
    return topology;
  }

  /** Removes elements, and their parent too if it holds nothing else. */
  public void remove(Element parent, List<Element> victims) {
    if (victims.isEmpty()) {
      return;
    }
    if (victims.size() == parent.elements().size()) {
      remove(parent);
    } else {
      victims.forEach(this::remove);
    }
  }

  /** Removes an element. */
  public void remove(Element e) {
    if (!editor.isRemoved(e)) {
      journal.removed(e);
      editor.remove(e);
    }
  }

  /** Removes an element whose parent has another path after the translation. */
  public void remove(Element e, String from) {
    journal.removed(e, from);
    editor.remove(e);
  }

  /** Changes an attribute of an element. */
  public void setValue(Element e, Attribute attribute, String value) {
    journal.changed(e, attribute, value);
    editor.setValue(attribute, value);
  }

  /** Removes an attribute. */
  public void removeAttribute(Element e, Attribute attribute) {
    journal.changed(e, attribute, null);
    editor.removeAttribute(attribute);
  }

  /** Adds a child to a container of the domain, which is created if it is missing. */
  public void addTo(String container, Markup child, Markup pattern) {
    Optional<Element> there = domain.root().child(container);
    if (there.isPresent()) {
      editor.append(there.get(), child);
      journal.added(container, pattern);
    } else {
      addTop(container, NewElement.named(container).with(child));
      journal.added(".", NewElement.named(container).with(pattern));
    }
  }

  /** Adds a child to the domain at libvirt's place for it. */
  public void addTop(String name, Markup markup) {
    top.put(name, markup);
  }

  /** Replaces an element that holds a size. */
  public void resize(Element e, long kib, Markup replacement) {
    journal.resized(e, kib, domain.spmKib());
    editor.replace(e, replacement);
  }

  /** Writes a size that the domain leaves out, with the value that libvirt would use. */
  public void addSize(String name, long kib) {
    addTop(name, MemorySize.write(NewElement.named(name), kib));
    journal.sizeLeftOut(NewElement.named(name), kib, domain.spmKib());
  }

  /** Writes a new size into an element, in the largest unit that divides it. */
  public void resize(Element e, long kib) {
    NewElement other = NewElement.named(e.localName());
    e.attributes().stream()
        .filter(a -> !a.name().equals("unit"))
        .forEach(a -> other.with(a.name(), a.value()));
    resize(e, kib, MemorySize.write(other, kib));
  }

  /** Returns the text with all changes applied. */
  public String apply() {
    Element root = domain.root();
    top.forEach((name, markup) -> editor.insert(root, DomainOrder.index(root, name), markup));
    return editor.apply();
  }
}
