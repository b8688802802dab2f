package org.libvirtspm.host.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Adds to a document without {@code <uuid>} the UUID of the existing domain of its name. libvirt
 * would otherwise generate one and refuse the name as another domain's.
 */
public final class KeptUuid {

  private KeptUuid() {}

  /** Returns the name of a document without a UUID; empty if it has one, or no name. */
  public static Optional<String> nameWithout(byte[] xml) {
    return DomainDocument.read(xml)
        .filter(d -> d.root().child("uuid").isEmpty())
        .map(DomainDocument::name)
        .filter(name -> !name.isEmpty());
  }

  /** Inserts the UUID behind the name. */
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
