package org.libvirtspm.host.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Gives a document without {@code <uuid>} that of the domain of its name: libvirt makes one up for
 * such a document, and then refuses it, since the name is another domain's.
 */
public final class KeptUuid {

  private KeptUuid() {}

  /** The name of a document that has no uuid; empty when it has one, or no name. */
  public static Optional<String> nameWithout(byte[] xml) {
    return DomainDocument.read(xml)
        .filter(d -> d.root().child("uuid").isEmpty())
        .map(DomainDocument::name)
        .filter(name -> !name.isEmpty());
  }

  /** The same document with that uuid behind its name. */
  public static byte[] added(byte[] xml, String uuid) {
    DomainDocument domain = DomainDocument.read(xml).orElseThrow();
    Element name = domain.root().child("name").orElseThrow();
    Editor editor = new Editor(domain.document());
    editor.insert(
        domain.root(),
        domain.root().children().indexOf(name) + 1,
        NewElement.named("uuid").text(uuid));
    return editor.apply().getBytes(StandardCharsets.UTF_8);
  }
}
