package org.libvirtspm.host.hook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Documents that were looked at in full, each with what was found. Binding one to the schema's
 * classes is most of what a full look costs, and most guests start with the document they had.
 *
 * @param target build and libvirt version, without which a finding means nothing
 */
record KnownDocuments(Path file, String target) {

  /** What was found in exactly this document, for this emulator and libvirt. */
  Optional<Finding> find(byte[] document) {
    try {
      byte[] kept = StateFolder.read(file);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept));
      if (!in.readUTF().equals(target)) {
        return Optional.empty();
      }
      Finding finding = Finding.read(in);
      byte[] same = in.readAllBytes();
      return Arrays.equals(same, withoutId(document)) && finding.emulator().isUnchanged()
          ? Optional.of(finding)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Remembers, if it can: without, the next look is a full one again. */
  void remember(byte[] document, Finding finding) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF(target);
      finding.write(out);
      out.write(withoutId(document));
      StateFolder.replace(file, bytes.toByteArray());
    } catch (IOException e) {
      // Only time is lost.
    }
  }

  /** Forgets the domain. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The document without the number libvirt gives a guest at each start. */
  static byte[] withoutId(byte[] document) {
    int start = index(document, "<domain", 0);
    int end = index(document, ">", start);
    int id = index(document, " id='", start);
    int quote = index(document, "'", id + 5);
    if (start < 0 || id < 0 || id > end || quote < 0 || quote > end) {
      return document;
    }
    byte[] rest = Arrays.copyOf(document, document.length - (quote + 1 - id));
    System.arraycopy(document, quote + 1, rest, id, document.length - quote - 1);
    return rest;
  }

  private static int index(byte[] document, String text, int from) {
    for (int i = Math.max(0, from); i <= document.length - text.length(); i++) {
      int same = 0;
      while (same < text.length() && document[i + same] == text.charAt(same)) {
        same++;
      }
      if (same == text.length()) {
        return i;
      }
    }
    return -1;
  }
}
