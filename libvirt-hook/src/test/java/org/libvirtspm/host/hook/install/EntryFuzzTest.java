package org.libvirtspm.host.hook.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.libvirtspm.host.fuzz.Cases;
import org.libvirtspm.host.fuzz.EditedDocuments;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** The installed script finds every declaration that Java finds, and stops no other document. */
@Isolated("a process started meanwhile may hold a program open that was just written")
class EntryFuzzTest {

  /** What the script may take for a declaration where it has no Java to ask. */
  private static final Pattern MENTIONED = Pattern.compile("libvirt-spm\\.org|<cell[^>]*\\sspm");

  @TempDir Path folder;

  @Test
  void agreesWithJava() throws IOException {
    EntryRun entry = new EntryRun(folder);
    Cases.run(random -> check(entry, random));
  }

  private static void check(EntryRun entry, SplittableRandom random) {
    String document = EditedDocuments.some(random);
    Optional<Document> read = read(document);
    if (read.isPresent()) {
      try {
        check(entry, document, read.get(), random.nextInt(2) == 0 ? "prepare" : "restore");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void check(EntryRun entry, String document, Document read, String operation)
      throws Exception {
    boolean declares =
        Declaration.metadata(read.root()).isPresent()
            || (operation.equals("restore") && hasMarkedCell(read));
    Files.deleteIfExists(entry.at("calls"));
    entry.answers(0);
    assertEquals(0, entry.run(document, "d", operation, "begin"), document);
    assertEquals("", Files.readString(entry.at("out")));
    assertTrue(!declares || !entry.calls().isEmpty(), () -> "misses its SPM: " + document);
    entry.answers(1);
    int withoutJava = entry.run(document, "d", operation, "begin");
    if (declares) {
      assertEquals(1, withoutJava, document);
    } else if (!MENTIONED.matcher(document).find()) {
      assertEquals(0, withoutJava, document);
    }
  }

  private static boolean hasMarkedCell(Document read) {
    return read.root().descend("cpu", "numa").stream()
        .flatMap(numa -> numa.elements("cell").stream())
        .anyMatch(cell -> cell.attribute("spm").isPresent());
  }

  /** A domain, as libvirt would have formatted it: without references to characters. */
  private static Optional<Document> read(String document) {
    try {
      Document read = DocumentReader.read(SourceText.decode(document.getBytes(UTF_8)));
      return Optional.of(read).filter(d -> d.root().is("domain"));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
