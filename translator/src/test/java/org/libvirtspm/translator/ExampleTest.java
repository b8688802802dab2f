package org.libvirtspm.translator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example that README and Javadoc show is the one that a project outside runs. */
class ExampleTest {

  private static final String FIRST = "SpmTranslator translator =";
  private static final String LAST = "String back = translator.untranslate(ready).xml();";

  /** The lines of the example in a file, without what stands before them. */
  private static List<String> example(String file, String margin) throws IOException {
    List<String> lines =
        Files.readString(Path.of(file)).lines().map(l -> l.replaceFirst(margin, "")).toList();
    return lines.subList(lines.indexOf(FIRST), lines.indexOf(LAST) + 1);
  }

  @Test
  void isTheSameEverywhere() throws IOException {
    List<String> run = example("src/it/library/src/main/java/planner/Planner.java", "^ {4}");
    assertEquals(run, example("README.md", ""));
    assertEquals(
        run,
        example("src/main/java/org/libvirtspm/translator/package-info.java", "^ \\* (?! \\*/)"));
  }
}
