package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The installed script when many start at once, or when something does not end. */
@Isolated("a process started meanwhile may hold a program open that was just written")
class EntryDeadlineTest {

  private static final String URI = "https://libvirt-spm.org/xmlns/domain/1.0";

  private static final String SPM =
      "<domain><metadata><spm:numa xmlns:spm=\"" + URI + "\"/></metadata></domain>";

  private static final String COMMENT = "<domain><!-- <a xmlns='" + URI + "'/> --></domain>";

  private static final String LATE =
      "virt-spm: domain 'd': its Specific Purpose Memory can't be looked after (the hook took longer"
          + " than 20 s, or was killed), so it is not started; start it again, and if that does not"
          + " help run virt-spm hook status\n";

  @TempDir Path folder;

  private EntryRun entry;

  @BeforeEach
  void install() throws IOException {
    entry = new EntryRun(folder);
  }

  /** For tests that wait for it. */
  private void shortenDeadline() throws IOException {
    String text = Files.readString(entry.at("entry"));
    String shorter = text.replace("\ndeadline=19\n", "\ndeadline=2\n");
    assertFalse(shorter.equals(text));
    Files.writeString(entry.at("entry"), shorter);
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 100})
  void noMoreRunTheirJavaAtOnceThanThereAreTurns(int hooks) throws Exception {
    entry.program(
        "java", "#!/bin/sh\necho + >>@/log\ncat >/dev/null\nsleep 0.05\necho - >>@/log\n");
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < hooks; i++) {
      started.add(entry.start(SPM, "d" + i, "prepare", "begin"));
    }
    for (Process process : started) {
      assertEquals(0, EntryRun.status(process), entry.err());
    }
    List<String> log = Files.readAllLines(entry.at("log"));
    assertEquals(2 * hooks, log.size());
    assertEquals(EntryRun.TURNS, mostAtOnce(log));
  }

  private static int mostAtOnce(List<String> log) {
    int most = 0;
    int running = 0;
    for (String line : log) {
      running += line.equals("+") ? 1 : -1;
      most = Math.max(most, running);
    }
    return most;
  }

  @Test
  void oneThatTakesLongKeepsNoOtherWaiting() throws Exception {
    entry.program(
        "java",
        """
        #!/bin/sh
        for last; do :; done
        cat >/dev/null
        echo "$last" >>@/calls
        while [ "$last" = slow ] && [ ! -e @/go ]; do sleep 0.05; done
        """);
    Process slow = entry.start(SPM, "slow", "prepare", "begin");
    while (entry.calls().isEmpty()) {
      Thread.sleep(10);
    }
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      others.add(entry.start(SPM, "d" + i, "prepare", "begin"));
    }
    for (Process process : others) {
      assertEquals(0, EntryRun.status(process), entry.err());
    }
    assertTrue(slow.isAlive());
    Files.writeString(entry.at("go"), "");
    assertEquals(0, EntryRun.status(slow));
  }

  @Test
  void atTheDeadlineAllOfItEnds() throws Exception {
    shortenDeadline();
    entry.program(
        "java",
        """
        #!/bin/sh
        trap '' TERM
        sleep 600 &
        echo $$ >@/pids
        echo $! >>@/pids
        sleep 600
        """);
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertEquals(LATE, entry.err());
    List<String> pids = Files.readAllLines(entry.at("pids"));
    assertEquals(2, pids.size());
    for (String pid : pids) {
      awaitEnd(Path.of("/proc", pid, "stat"));
    }
    assertEquals(0, entry.run(COMMENT, "d", "prepare", "begin"), entry.err());
    assertEquals("", entry.err());
  }

  /** Waits for a process to be gone, or a zombie that nobody has waited for. */
  private static void awaitEnd(Path stat) throws Exception {
    for (int i = 0; Files.exists(stat) && !Files.readString(stat).contains(") Z "); i++) {
      assertTrue(i < 1000, () -> stat + " is still there");
      Thread.sleep(10);
    }
  }

  @Test
  void turnThatDoesNotComeStartsNoJava() throws Exception {
    shortenDeadline();
    List<Process> holders = new ArrayList<>();
    for (int turn = 1; turn <= EntryRun.TURNS; turn++) {
      String file = entry.at("turn." + turn).toString();
      holders.add(new ProcessBuilder("flock", file, "cat").start());
    }
    try {
      Process first = entry.start(SPM, "d", "prepare", "begin");
      assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
      assertEquals(1, EntryRun.status(first));
      assertEquals(LATE, entry.err());
      assertEquals(0, entry.run(COMMENT, "d", "prepare", "begin"), entry.err());
      assertEquals(List.of(), entry.calls());
    } finally {
      for (Process holder : holders) {
        holder.getOutputStream().close();
        assertEquals(0, EntryRun.status(holder));
      }
    }
    assertEquals(0, entry.run(SPM, "d", "prepare", "begin"), entry.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout", "flock"})
  void withoutTimeoutOrFlockOnlyThoseWithSpmAreStopped(String missing) throws Exception {
    entry.usesOnly(missing.equals("timeout") ? "flock" : "timeout");
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertEquals(
        "virt-spm: domain 'd': its Specific Purpose Memory can't be looked after (the hook needs"
            + " timeout (coreutils) and flock (util-linux)), so it is not started; run virt-spm hook"
            + " status\n",
        entry.err());
    assertEquals(0, entry.run(COMMENT, "d", "prepare", "begin"), entry.err());
    assertEquals(0, entry.run("<domain/>", "d", "prepare", "begin"), entry.err());
    assertEquals("", entry.err());
    assertEquals(List.of(), entry.calls());
  }

  @Test
  void missingTurnsStopOnlyThoseWithSpm() throws Exception {
    Files.delete(entry.at("turn.2"));
    Files.delete(entry.at("turn.1"));
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertTrue(entry.err().contains("(the hook's Java ended with status 127)"), entry.err());
    assertEquals(0, entry.run(COMMENT, "d", "prepare", "begin"), entry.err());
    assertEquals(List.of(), entry.calls());
  }

  /** What grep is given at the most, with every state of its expressions repeated without end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a \"",
        "<a '",
        "<",
        ">",
        "- ",
        "<!--",
        "]",
        "<![CDATA[",
        "?",
        "<?",
        " xmlns=",
        "<cell ",
        " spm",
        "<x a='b'/>\n",
        "\u0001\u00ff"
      })
  void sixteenMegabytesTakeLinearTime(String unit) throws Exception {
    entry.answers(1);
    long part = nanos(unit, 2 << 20);
    long whole = nanos(unit, 16 << 20);
    assertTrue(whole < 24 * part, part + " ns for 2 MiB and " + whole + " for 16");
  }

  private long nanos(String unit, int length) throws Exception {
    String document = unit.repeat(length / unit.length());
    long start = System.nanoTime();
    // Arrivals have the longer expressions; the last word makes the shell look at all of it.
    int status = entry.run(document + "<x>" + URI, "d", "restore", "begin");
    assertTrue(status == 0 || status == 1, entry.err());
    return System.nanoTime() - start;
  }
}
