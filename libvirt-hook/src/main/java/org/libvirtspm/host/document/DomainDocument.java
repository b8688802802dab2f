package org.libvirtspm.host.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** A domain's XML, read. */
public record DomainDocument(Document document) {

  /** Reads it; empty when it is no domain, of which the translator has more to say. */
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
   * Reads it if it has anything to do with SPM, as most domains of a host have not.
   *
   * @throws MalformedException if it cannot be read, and may have
   */
  public static Optional<DomainDocument> declaring(byte[] xml) throws MalformedException {
    return mentionsSpm(xml) ? domain(xml).filter(DomainDocument::declaresSpm) : Optional.empty();
  }

  /**
   * False for a document without the letters of our attribute and namespace, and without a source
   * of a cell: it is not worth the memory of a tree. A namespace may be written with character
   * references.
   */
  private static boolean mentionsSpm(byte[] xml) {
    String text = new String(xml, StandardCharsets.ISO_8859_1);
    return text.contains("spm")
        || text.contains("&#")
        || (text.contains("<cell") && text.contains("<source"));
  }

  /** True when it has anything to do with SPM. */
  public boolean declaresSpm() {
    return Declaration.isIn(document);
  }

  /** True when it has been translated. */
  public boolean isTranslated() {
    return Declaration.isTranslated(document);
  }

  /** The dialect it has been translated to. */
  public Optional<String> dialect() {
    return Declaration.metadata(root()).flatMap(e -> e.value("dialect"));
  }

  /** The form it has been translated to: native or passthrough. */
  public Optional<String> form() {
    return Declaration.metadata(root()).flatMap(e -> e.value("form"));
  }

  /** What it has been translated for, such as {@code dialect sp-mem, native form}. */
  public Optional<String> target() {
    return dialect().map(d -> words(d, form()));
  }

  /** A target in the same words. */
  public static String words(Target target) {
    return words(target.dialect().name(), Optional.of(target.form().word()));
  }

  private static String words(String dialect, Optional<String> form) {
    return "dialect " + dialect + form.map(f -> ", " + f + " form").orElse("");
  }

  /** The name; libvirt insists on one. */
  public String name() {
    return root().child("name").map(Element::text).orElse("");
  }

  /** The kind of hypervisor, such as kvm. */
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
