package org.libvirtspm.host.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.SpmTranslator;
import org.libvirtspm.translator.Translation;

/** The samples, extended, translated or without SPM, with some edits. */
public final class EditedDocuments {

  private static final List<String> ORIGINALS = originals();

  private static final List<String> LINES =
      List.of(
          "<!-- <spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'/> -->",
          "<x><![CDATA[<numa xmlns='https://libvirt-spm.org/xmlns/domain/1.0'/>]]></x>",
          "<title>spm='on' &lt;cell spm='on'></title>",
          "<x spm='3'/>",
          "<cell id='1' memory='1' unit='GiB' spm='on'/>",
          "<metadata><y:x xmlns:y='https://libvirt-spm.org/xmlns/domain/1.0'/></metadata>",
          "<alias name='ua-spm1'/>",
          "<?x spm='on'?>",
          "text");

  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "99999999999999999999",
          "on",
          "off",
          "SPM",
          "metadata",
          "native",
          "/etc/passwd",
          "a,b=c",
          "&lt;&amp;",
          "\u202e\u00e9",
          "https://libvirt-spm.org/xmlns/domain/1.0");

  private EditedDocuments() {}

  private static List<String> originals() {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "samples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        String extended = Files.readString(file);
        all.add(extended);
        all.add(extended.replaceAll(" spm='on'|(?s)<source>\\s*<path>.*?</source>", ""));
        addTranslations(extended, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  private static void addTranslations(String extended, List<String> all) {
    for (LibvirtVersion libvirt :
        List.of(LibvirtVersion.UNKNOWN, LibvirtVersion.find("12.8").orElseThrow())) {
      for (Dialect dialect : Dialect.all()) {
        Translation translated = SpmTranslator.forTarget(dialect, libvirt).translate(extended);
        if (!translated.isRefused()) {
          all.add(translated.xml());
        }
      }
    }
  }

  /** One of them, edited up to three times. */
  public static String some(SplittableRandom random) {
    String text = of(ORIGINALS, random);
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      text = edited(text, random);
    }
    return text;
  }

  private static String edited(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.add(at, of(LINES, random));
      case 3 ->
          lines.set(at, lines.get(at).replaceAll("='[^']*'", "='" + of(VALUES, random) + "'"));
      case 4 -> lines.set(at, lines.get(at).replace('\'', '"'));
      case 5 -> lines.replaceAll(l -> l.replace("spm:", "s-p.m:"));
      default -> lines.replaceAll(l -> l.replaceAll(" (xmlns:|spm)", "\t$1").replace("='", " = '"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String of(List<String> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }
}
