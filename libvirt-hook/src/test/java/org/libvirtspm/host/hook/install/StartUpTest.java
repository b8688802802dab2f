package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.Translator;

/** What the installed hook loads while a guest's start waits for it. */
class StartUpTest {

  /** Each costs time that a starting guest does not have. */
  private static final List<String> UNWANTED =
      List.of(
          "jakarta.xml.bind.",
          "org.glassfish.jaxb.",
          "javax.xml.stream.FactoryFinder",
          "com.sun.jna.",
          "org.libvirt.",
          "org.apache.commons.cli.",
          "com.fasterxml.",
          "java.util.logging.");

  @TempDir Path folder;

  @Test
  void startLoadsOnlyWhatItNeedsAndAllFromTheArchive() throws Exception {
    HookPlaces places =
        new HookPlaces(
            folder.resolve("hooks"),
            folder.resolve("lib"),
            folder.resolve("conf"),
            folder.resolve("state"));
    Files.createDirectories(places.entries());
    var unused = new Installation(places, "1").install();
    List<String> loaded = prepare(places);
    assertTrue(
        loaded.stream().anyMatch(l -> l.contains("translator.internal.step.")), "it translates");
    for (String unwanted : UNWANTED) {
      assertEquals(List.of(), containing(loaded, " " + unwanted), unwanted);
    }
    assertArchived("org.libvirtspm.", loaded);
    if (Runtime.version().feature() >= 25) {
      // Java 17 has no lambdas of its own in an archive.
      assertArchived("$$Lambda", loaded);
    }
  }

  private static void assertArchived(String name, List<String> loaded) {
    assertEquals(
        List.of(),
        containing(loaded, name).stream().filter(l -> !l.contains("shared objects file")).toList());
  }

  private static List<String> containing(List<String> lines, String part) {
    return lines.stream().filter(l -> l.contains(part)).toList();
  }

  private List<String> prepare(HookPlaces places) throws Exception {
    Path classes = folder.resolve("classes");
    List<String> command = new ArrayList<>(List.of(setting(places, "java")));
    for (String option : setting(places, "options").split(" ", -1)) {
      command.add(option.equals("-Xlog:disable") ? "-Xlog:class+load:file=" + classes : option);
    }
    Path archive = Path.of(setting(places, "lib")).resolve(Archive.NAME);
    assertTrue(Files.exists(archive), "there is an archive");
    command.add(setting(places, "use") + "=" + archive);
    command.addAll(List.of("-cp", setting(places, "classpath")));
    command.addAll(
        List.of("org.libvirtspm.host.hook.HookMain", "system", folder.resolve("state").toString()));
    command.addAll(List.of(folder.resolve("conf").toString(), "0", "prepare", "d"));
    Path document = Files.write(folder.resolve("document"), translated());
    Process java =
        new ProcessBuilder(command)
            .redirectInput(document.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, java.waitFor());
    try (Stream<String> lines = Files.lines(classes)) {
      return lines.toList();
    }
  }

  private static String setting(HookPlaces places, String name) throws IOException {
    return Entry.setting(places.entry(), name).orElseThrow();
  }

  private static byte[] translated() throws IOException {
    byte[] extended = Files.readAllBytes(Path.of("../samples/ram-backed.xml"));
    Target target = new Target(Dialect.find("sp-mem").orElseThrow(), new LibvirtVersion(12, 0, 0));
    return Translator.translate(extended, emulator -> target).document().orElseThrow();
  }
}
