package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

class EditTest extends LiveTest {

  @BeforeEach
  void defineDomain() {
    host.put("e.xml", LiveDomains.withCell("e", LiveDomains.ramCell()));
    host.virtSpm("define", "/share/e.xml").assertFine();
    host.run("sh", "-c", "rm -f /tmp/virt-spm-*.xml");
  }

  /** Edits with a shell script in place of an editor; what it does to "$1" is saved. */
  private LiveRun edit(String script, String answers, String... options) throws IOException {
    host.put("editor", "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(
        host.share().resolve("editor"), PosixFilePermissions.fromString("rwxr-xr-x"));
    return host.virtSpmReading(
        answers,
        Map.of("VISUAL", "/share/editor", "EDITOR", "/bin/false"),
        Stream.of(Stream.of("edit"), Stream.of(options), Stream.of("e"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private JsonNode json(String script, int status) throws IOException {
    LiveRun run = edit("echo started; " + script, "", "--format=json").assertStatus(status);
    assertEquals("started\n", run.err());
    return JsonAnswer.read(run.out());
  }

  @Test
  void answersInJson() throws IOException {
    JsonNode same = json("true", 0);
    assertEquals("e", same.path("result").path("domain").asText());
    assertFalse(same.path("result").path("changed").asBoolean());
    JsonNode changed = json("sed -i \"s/memory='256'/memory='128'/\" \"$1\"", 0);
    assertTrue(changed.path("result").path("changed").asBoolean());
    JsonNode refused = json("sed -i \"s/memory='128'/memory='12x'/\" \"$1\"", 1);
    assertEquals(List.of("declaration", "kept-text"), JsonAnswer.codes(refused));
    JsonNode error = refused.path("findings").get(0);
    assertEquals("e", error.path("domain").asText());
    assertEquals(1, error.path("node").asInt());
    assertTrue(kept().contains("12x"));
    String define = refused.path("findings").get(1).path("remedy").asText();
    assertEquals("virt-spm define " + error.path("file").asText(), define);
    assertTrue(refused.path("result").isNull());
  }

  private String kept() {
    return host.run("sh", "-c", "cat /tmp/virt-spm-*.xml").out();
  }

  @Test
  void changesReachLibvirtTranslated() throws IOException {
    LiveRun run = edit("sed -i \"s/memory='256'/memory='128'/\" \"$1\"", "");
    assertEquals("Domain 'e' XML configuration edited.\n", run.assertFine().out());
    assertTrue(host.virsh("dumpxml", "e").contains("<size unit='KiB'>131072</size>"));
    assertEquals("", kept());
  }

  @Test
  void nothingSavedIsNothingChanged() throws IOException {
    LiveRun run = edit("grep -q \"spm='on'\" \"$1\" && ! grep -q sp-mem \"$1\"", "");
    assertEquals("Domain 'e' XML configuration not changed.\n", run.assertFine().out());
    assertEquals("", kept());
  }

  @Test
  void mistakeCanBeCorrected() throws IOException {
    String script =
        "if grep -q 12x \"$1\"; then sed -i s/12x/128/ \"$1\"; else"
            + " sed -i \"s/memory='256'/memory='12x'/\" \"$1\"; fi";
    LiveRun run = edit(script, "?\ny\n");
    assertEquals("Domain 'e' XML configuration edited.\n", run.assertFine().out());
    assertTrue(run.err().contains("error: "), run.err());
    assertTrue(run.err().contains("k - keep my text"), run.err());
    assertTrue(host.virsh("dumpxml", "e").contains("<size unit='KiB'>131072</size>"));
  }

  @Test
  void mistakeIsKeptOrThrownAway() throws IOException {
    String before = host.virsh("dumpxml", "e");
    LiveRun run = edit("sed -i \"s/memory='256'/memory='12x'/\" \"$1\"", "k\n").assertStatus(1);
    assertTrue(run.err().contains("virt-spm: your text is kept in /tmp/virt-spm-e-"), run.err());
    assertTrue(kept().contains("12x"));
    host.run("sh", "-c", "rm -f /tmp/virt-spm-*.xml");
    edit("sed -i \"s/memory='256'/memory='12x'/\" \"$1\"", "n\n").assertStatus(1);
    assertEquals("", kept());
    edit("sed -i \"s/memory='256'/memory='12x'/\" \"$1\"", "").assertStatus(1);
    assertTrue(kept().contains("12x"));
    assertEquals(before, host.virsh("dumpxml", "e"));
  }

  @Test
  void domainChangedMeanwhileIsNotOverwritten() throws IOException {
    LiveRun run = edit("virsh -q desc e --config --title other; echo '<!-- -->' >>\"$1\"", "k\n");
    run.assertStatus(1);
    assertTrue(run.err().contains("domain 'e' was changed by somebody meanwhile"), run.err());
    assertTrue(host.virsh("dumpxml", "e").contains("<title>other</title>"));
    assertTrue(kept().contains("<!-- -->"));
  }

  @Test
  void domainUndefinedMeanwhileIsNotBroughtBack() throws IOException {
    LiveRun run = edit("virsh -q undefine --nvram e; echo '<!-- -->' >>\"$1\"", "k\n");
    run.assertStatus(1);
    assertTrue(run.err().contains("Domain not found"), run.err());
    assertTrue(kept().contains("<!-- -->"));
    assertEquals(1, host.run("virsh", "dominfo", "e").status());
  }

  @Test
  void libvirtKilledMeanwhileCostsNoText() throws IOException {
    LiveRun run = edit("kill -KILL $(cat /run/libvirtd.pid); echo '<!-- -->' >>\"$1\"", "k\n");
    host.run("libvirtd", "-d").assertFine();
    run.assertStatus(1);
    assertTrue(run.err().contains("no connection to libvirt"), run.err());
    assertTrue(kept().contains("<!-- -->"));
  }

  @Test
  void failingEditorChangesNothing() throws IOException {
    String before = host.virsh("dumpxml", "e");
    LiveRun run = edit("echo x >\"$1\"; exit 3", "").assertStatus(1);
    assertTrue(run.err().contains("'/share/editor' ended with status 3"), run.err());
    assertEquals(before, host.virsh("dumpxml", "e"));
    assertEquals("x\n", kept());
    host.run("sh", "-c", "rm -f /tmp/virt-spm-*.xml");
    run = edit("exit 127", "").assertStatus(1);
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals("", kept());
  }

  @Test
  void guestThatRunsSeesItAtItsNextStart() throws IOException {
    host.virsh("start", "e");
    try {
      LiveRun run = edit("sed -i \"s/memory='256'/memory='128'/\" \"$1\"", "").assertFine();
      assertEquals(
          "Domain 'e' XML configuration edited. Its guest sees that at its next start.\n",
          run.out());
    } finally {
      host.run("virsh", "destroy", "e");
    }
  }
}
