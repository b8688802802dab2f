package org.libvirtspm.host.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.libvirtspm.host.fuzz.Cases;
import org.libvirtspm.host.fuzz.EditedDocuments;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** Whatever document the hook is given, it lets the guest go on or refuses it with a sentence. */
@Execution(ExecutionMode.CONCURRENT)
class HookFuzzTest {

  private static final List<String> OPERATIONS = List.of("prepare", "restore", "migrate");

  @TempDir Path folder;

  @Test
  void everyDocumentHasAnAnswer() throws IOException {
    HostFolder host = HostFolder.in(folder);
    Cases.run(random -> check(host, random));
  }

  private static void check(HostFolder host, SplittableRandom random) {
    String document = EditedDocuments.some(random);
    for (String operation : OPERATIONS) {
      HookAnswer answer = answer(host, operation, document);
      String what = operation + ": " + answer + "\n" + document;
      boolean refused = answer.status() == HookAnswer.REFUSED;
      assertTrue(refused || answer.status() == HookAnswer.GO, what);
      assertEquals(refused, answer.sentence().startsWith("domain 'd': "), what);
      assertTrue(answer.output().isEmpty() || (!refused && !operation.equals("prepare")), what);
      Optional<Document> read = read(document);
      if (read.filter(d -> !Declaration.isIn(d)).isPresent()) {
        assertEquals(HookAnswer.go(), answer, what);
      }
      assertTrue(refused || read.isPresent(), what);
      if (!answer.output().isEmpty()) {
        assertTrue(Declaration.isTranslated(read(answer.output()).orElseThrow()), what);
        assertEquals(HookAnswer.go(), answer(host, operation, answer.output()), what);
      }
      assertFalse(answer.sentence().contains("Exception"), what);
    }
  }

  private static HookAnswer answer(HostFolder host, String operation, String document) {
    try {
      return host.call(operation, "d", document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Document> read(String document) {
    try {
      return Optional.of(DocumentReader.read(SourceText.decode(document.getBytes(UTF_8))));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
