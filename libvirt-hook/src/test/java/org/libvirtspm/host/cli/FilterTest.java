package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

  private static final String NO_LIBVIRT = "qemu+unix:///system?socket=/nonexistent";

  private static final String END = "'><name>libvirt-spm</name></domain>\n";

  private String sample;

  @BeforeEach
  void readSample() throws IOException {
    sample = Files.readString(Samples.named("ram-backed.xml"));
  }

  @Test
  void standardInputIsTranslated() {
    String[] target = {"--dialect", "sp-mem", "--libvirt", "12.8"};
    CommandRun run = CommandRun.withInput(sample, "filter", target[0], target[1], "--libvirt=12.8");
    CommandRun same =
        CommandRun.withInput(sample, "translate", target[0], target[1], target[2], target[3], "-");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.outText().contains("sp-mem"), run.outText());
    assertEquals(same.outText(), run.outText());
  }

  @Test
  void domainWithoutSpmNeedsNoLibvirt() {
    String plain = sample.replace(" spm='on'", "").replace("\n", "\r\n");
    CommandRun run = CommandRun.withInput(plain, "filter", "--refusal-document", "-c", NO_LIBVIRT);
    assertEquals(plain, run.outText());
    assertEquals("", run.err());
    assertEquals(0, run.status());
  }

  @Test
  void libvirtThatDoesNotAnswerFailsIt() {
    CommandRun run = CommandRun.withInput(sample, "filter", "-c", NO_LIBVIRT);
    assertEquals("", run.outText());
    assertEquals(1, run.status());
    CommandRun shown =
        CommandRun.withInput(sample, "filter", "-c", NO_LIBVIRT, "--refusal-document");
    assertEquals(run.err(), shown.err());
    assertEquals(1, shown.status());
    String sentence = run.err().lines().findFirst().orElseThrow();
    assertEquals(refusal(sentence.replace("virt-spm: error: ", "")), shown.outText());
  }

  @Test
  void refusalIsPrintedOnlyWhenAskedFor() {
    String wrong = sample.replace("memory='2'", "memory='l&lt;ots'");
    CommandRun run = CommandRun.withInput(wrong, "filter", "--libvirt", "12.8");
    assertEquals("", run.outText());
    assertEquals(2, run.status());
    CommandRun shown =
        CommandRun.withInput(wrong, "filter", "--libvirt", "12.8", "--refusal-document");
    assertEquals(run.err(), shown.err());
    assertEquals(2, shown.status());
    String error = run.err().lines().findFirst().orElseThrow();
    String line = error.split(":", -1)[1];
    String sentence = error.substring(error.indexOf("error: ") + "error: ".length());
    assertTrue(sentence.contains("l<ots"), sentence);
    String escaped = sentence.replace("<", "&lt;").replace(">", "&gt;");
    assertEquals(refusal(escaped + " (line " + line + ")"), shown.outText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<domain", "\u0000", "<domain type='kvm'><cpu></domain>"})
  void whatIsNoDomainIsRefused(String document) {
    CommandRun run =
        CommandRun.withInput(document, "filter", "--refusal-document", "-c", NO_LIBVIRT);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.outText().startsWith("<domain type='libvirt-spm refuses: "), run.outText());
    assertEquals("", CommandRun.withInput(document, "filter").outText());
  }

  @Test
  void wrongDeclarationIsToldBeforeLibvirtIsAsked() {
    String wrong = sample.replace("memory='2'", "memory='lots'");
    CommandRun run = CommandRun.withInput(wrong, "filter", "-c", NO_LIBVIRT);
    assertEquals(2, run.status(), run.err());
    assertEquals(CommandRun.withInput(wrong, "filter", "--libvirt=12.8").err(), run.err());
    assertTrue(run.err().contains("'lots'"), run.err());
  }

  @Test
  void wrongCallIsRefusedByDocumentToo() {
    CommandRun run = CommandRun.withInput(sample, "filter", "--refusal-document", "--dialect=smp");
    assertEquals(2, run.status());
    assertTrue(run.outText().contains("there is no dialect &apos;smp&apos;"), run.outText());
    CommandRun file = CommandRun.withInput(sample, "filter", "--refusal-document", "guest.xml");
    assertEquals(2, file.status());
    assertEquals(refusal("it takes no FILE: the document comes on standard input"), file.outText());
  }

  @Test
  void longReasonFitsIntoLibvirtsMessage() {
    String wrong = sample.replace("spm='on'", "spm='" + "x".repeat(5000) + "'");
    CommandRun run = CommandRun.withInput(wrong, "filter", "--libvirt=12.8", "--refusal-document");
    assertEquals(2, run.status());
    assertTrue(run.outText().length() < 1000, run.outText());
    assertTrue(run.outText().endsWith(END), run.outText());
  }

  @Test
  void outputThatCannotBeWrittenFailsIt() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    CommandRun run =
        CommandRun.into(full, false, sample, "filter", "--libvirt=12.8", "--refusal-document");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("cannot write standard output"), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/shadow",
        "/etc/&#115;hadow",
        "<![CDATA[/etc/shadow]]>",
        "/dev/dax0.0/../../etc/shadow",
        "/dev/dax0",
        "/dev/dax0.0 ",
        "/dev/dax\u0661.0"
      })
  void otherPathsThanDevicesAreRefusedWhenAskedTo(String path) {
    String named = withPath(path);
    CommandRun run = CommandRun.withInput(named, "filter", "--dax-only", "-c", NO_LIBVIRT);
    assertEquals(2, run.status(), run.err());
    assertEquals("", run.outText());
    String before = named.substring(0, named.indexOf("<path>"));
    String place =
        before.lines().count() + ":" + (before.length() - before.lastIndexOf('\n')) + ": error: ";
    assertTrue(run.err().startsWith("<stdin>:" + place + "cell 1: path '/"), run.err());
    assertTrue(run.err().contains("' is no device /dev/daxX.Y: name one"), run.err());
    String[] without = {"filter", "--libvirt", "12.8", "--dialect", "sp-mem"};
    assertEquals(0, CommandRun.withInput(named, without).status());
    String[] translated = {"filter", "--libvirt", "12.8", "--dialect", "sp-mem", "--dax-only"};
    assertEquals(run.err(), CommandRun.withInput(named, translated).err());
    String again = CommandRun.withInput(named, without).outText();
    assertEquals(2, CommandRun.withInput(again, translated).status());
  }

  @Test
  void devicesAndNoPathAreTaken() {
    String[] asked = {"filter", "--libvirt", "12.8", "--dialect", "sp-mem", "--dax-only"};
    for (String document : List.of(sample, withPath("/dev/dax0.0"), withPath("/dev/dax12.34"))) {
      CommandRun run = CommandRun.withInput(document, asked);
      assertEquals(0, run.status(), run.err());
      String[] same = List.of(asked).subList(0, 5).toArray(new String[0]);
      assertEquals(CommandRun.withInput(document, same).outText(), run.outText());
    }
  }

  @Test
  void pathsAreReadWithTheirNamespaces() throws IOException {
    String ours = "https://libvirt-spm.org/xmlns/domain/1.0";
    String metadata = Files.readString(Samples.named("metadata-form.xml"));
    String prefixed =
        metadata.replaceAll(
            "(?s)<spm:numa.*</spm:numa>",
            ("<spm:numa xmlns:spm='%s'><cell memory='2' unit='GiB' xmlns='%s' xmlns:y='%s'>"
                    + "<source><y:path>/etc/shadow</y:path></source></cell></spm:numa>")
                .formatted(ours, ours, ours.replace("p", "&#112;")));
    CommandRun run = CommandRun.withInput(prefixed, "filter", "--dax-only", "-c", NO_LIBVIRT);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("path '/etc/shadow' is no device /dev/daxX.Y"), run.err());
  }

  private String withPath(String path) {
    String source = "><source><path>" + path + "</path></source></cell>";
    return sample.replaceFirst("(<cell [^>]*spm='on'[^>]*)/>", "$1" + source);
  }

  private static String refusal(String sentence) {
    return "<domain type='libvirt-spm refuses: " + sentence.replace("'", "&apos;") + END;
  }
}
