package org.libvirtspm.host.document;

import java.util.Optional;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** A parsed domain document. */
public record DomainDocument(Document document) {

  /** Parses a document; empty if it is not a domain, which the translator reports. */
  public static Optional<DomainDocument> read(byte[] xml) {
    try {
      return domain(xml);
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private static Optional<DomainDocument> domain(byte[] xml) throws MalformedException {
    Document document = DocumentReader.read(SourceText.decode(xml));
    return Optional.of(document).filter(d -> d.root().is("domain")).map(DomainDocument::new);
  }

  /**
   * Parses a document only if it may concern SPM, since most domains of a host do not.
   *
   * @throws MalformedException if it may concern SPM and cannot be parsed
   */
  public static Optional<DomainDocument> declaring(byte[] xml) throws MalformedException {
    return SpmMention.isIn(xml)
        ? domain(xml).filter(DomainDocument::declaresSpm)
        : Optional.empty();
  }

  /** True if it has any SPM declaration. */
  public boolean declaresSpm() {
    return Declaration.isIn(document);
  }

  /** True if it is a translation. */
  public boolean isTranslated() {
    return Declaration.isTranslated(document);
  }

  /** Returns the dialect of the translation. */
  public Optional<String> dialect() {
    return Declaration.metadata(root()).flatMap(e -> e.value("dialect"));
  }

  /** Returns the dialect of the translation, if this version has it. */
  public Optional<Dialect> knownDialect() {
    return dialect().flatMap(Dialect::find);
  }

  /** Returns the form of the translation: native or passthrough. */
  public Optional<String> form() {
    return Declaration.metadata(root()).flatMap(e -> e.value("form"));
  }

  /** Returns the target of the translation, such as {@code dialect sp-mem, native form}. */
  public Optional<String> target() {
    return dialect().map(d -> words(d, form()));
  }

  /** Describes a target in the same words. */
  public static String words(Target target) {
    return words(target.dialect().name(), Optional.of(target.form().word()));
  }

  private static String words(String dialect, Optional<String> form) {
    return "dialect " + dialect + form.map(f -> ", " + f + " form").orElse("");
  }

  /** Returns the name, which libvirt requires. */
  public String name() {
    return root().child("name").map(Element::text).orElse("");
  }

  /** Returns the hypervisor type, such as kvm. */
  public String type() {
    return root().value("type").orElse("kvm");
  }

  /** The architecture, if it is given. */
  public Optional<String> arch() {
    return root().descend("os", "type").flatMap(t -> t.value("arch"));
  }

  /** The machine type, if it is given. */
  public Optional<String> machine() {
    return root().descend("os", "type").flatMap(t -> t.value("machine"));
  }

  /** The emulator, if it is given. */
  public Optional<String> emulator() {
    return root().descend("devices", "emulator").map(Element::text).map(String::strip);
  }

  /** The {@code <domain>}. */
  public Element root() {
    return document.root();
  }
}
