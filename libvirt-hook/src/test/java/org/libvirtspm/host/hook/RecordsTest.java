package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hook writes down between two calls, and that it is not simply believed. */
class RecordsTest {

  @TempDir Path folder;

  private HostFolder host;

  @BeforeEach
  void makeHost() throws IOException {
    host = HostFolder.in(folder);
    host.memory("/mem/a", 512);
  }

  private HookAnswer start(String name) throws IOException {
    return host.call("prepare", name, Documents.translated(name, "/mem/a"));
  }

  private List<String> lines() throws IOException {
    return new HookRecords(host.host()).lines();
  }

  @Test
  void whatIsHeldAndWhatFailedIsTold() throws IOException {
    assertEquals(List.of(), lines());
    assertEquals(HookAnswer.go(), start("a\nb"));
    BackgroundApply.remember(host.host().failure(Documents.UUID), "no such\nluck\n");
    assertEquals(
        List.of(
            "Held for domain 'a\uFFFDb': /mem/a",
            "Domain " + Documents.UUID + " could not be translated: no such\uFFFDluck"),
        lines());
    assertEquals(List.of(), new HookRecords(host.host()).remove());
    assertFalse(Files.exists(host.host().state()));
  }

  @Test
  void memoryOfADomainThatIsBeingStartedIsTaken() throws IOException {
    assertEquals(HookAnswer.go(), start("d"));
    assertEquals(
        "domain 'e': cell 1: /mem/a is the memory of domain 'd', which is being started; end that"
            + " one first, or name another path",
        start("e").sentence());
    assertEquals(HookAnswer.go(), host.call("release", "d", ""));
    assertEquals(HookAnswer.go(), start("e"));
  }

  @Test
  void recordFromTheFutureIsNotBelieved() throws IOException {
    assertEquals(HookAnswer.go(), start("d"));
    Files.setLastModifiedTime(
        host.host().holding("d"), FileTime.from(Instant.now().plus(Duration.ofHours(1))));
    assertEquals(HookAnswer.go(), start("e"));
  }

  @Test
  void recordOfAnotherVersionIsNotBelieved() throws IOException {
    Path record = host.file("/run/libvirt-spm/domains/d", "something else");
    assertEquals(HookAnswer.go(), start("e"));
    assertFalse(Files.exists(record));
  }

  @Test
  void stateOfAnotherUserIsNotUsed() throws Exception {
    Files.createDirectories(host.host().state());
    Files.setAttribute(host.host().state(), "unix:uid", 5);
    HookAnswer answer = start("d");
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertTrue(
        answer.sentence().contains("libvirt-spm belongs to another user"), answer.sentence());
  }

  @Test
  void domainWithoutUuidIsNotTranslatedInTheBackground() throws IOException {
    String document =
        Documents.extended("d", "").replace("<uuid>" + Documents.UUID + "</uuid>", "");
    HookAnswer answer = host.call("prepare", "d", document);
    assertTrue(
        answer
            .sentence()
            .endsWith(
                "is declared but not translated, and it has no UUID to find it by; run virt-spm"
                    + " apply 'd', then start it again"),
        answer.sentence());
  }

  @Test
  void fullDiskLeavesTheTranslationToTheUser() throws IOException {
    host.file("/run/libvirt-spm", "in the way of the folder");
    HookAnswer answer = host.call("prepare", "d", Documents.extended("d", ""));
    assertTrue(answer.sentence().contains(" is declared but not translated, and can't be now ("));
    assertTrue(
        answer
            .sentence()
            .endsWith(
                "/run/libvirt-spm: something else has that name); run virt-spm apply 'd', then start it"
                    + " again"),
        answer.sentence());
  }
}
