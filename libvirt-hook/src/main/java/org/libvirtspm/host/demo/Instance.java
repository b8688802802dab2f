package org.libvirtspm.host.demo;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running instance of the testbed: libvirt, QEMU and a folder shared with this machine. */
public final class Instance implements AutoCloseable {

  private static final int GUEST_LIMIT_SECONDS = 240;

  /** Reads of the console per query of the state, which costs more. */
  private static final int POLLS_PER_STATE = 10;

  private final Testbed testbed;
  private final Path folder;
  private final AtomicBoolean stopped = new AtomicBoolean();

  Instance(Testbed testbed, Path folder) {
    this.testbed = testbed;
    this.folder = folder;
  }

  /** Returns the instance's folder, which names it. */
  public Path folder() {
    return folder;
  }

  /** Returns the folder mounted at {@code /share} inside. */
  public Path share() {
    return folder.resolve("share");
  }

  /** Runs a command inside. */
  public Outcome exec(String... words) throws IOException {
    return read(new byte[0], words);
  }

  /** Runs a command inside with standard input. */
  Outcome read(byte[] input, String... words) throws IOException {
    List<String> command = testbed.command("exec", folder.toString());
    command.addAll(List.of(words));
    Outcome outcome = Programs.run(command, input);
    return new Outcome(
        String.join(" ", words), outcome.status(), outcome.output(), outcome.errors());
  }

  /** Runs a command inside and returns what it printed; the sentence says what failed if it did. */
  public String must(String sentence, String... words) throws IOException {
    Outcome outcome = exec(words);
    if (!outcome.fine()) {
      throw new TestbedFailure(sentence, outcome);
    }
    return outcome.output();
  }

  /** Creates a domain's files and disk images at their paths. */
  public void prepare(SmallDomain domain) throws IOException {
    for (SmallDomain.Memory memory : domain.memories()) {
      must("no file for memory", "truncate", "-s", memory.bytes() + "", memory.path());
    }
    for (SmallDomain.Disk disk : domain.disks()) {
      must("no disk image", "qemu-img", "create", "-q", "-f", disk.format(), disk.path(), "1M");
    }
  }

  /** Writes a document to the share and returns its path inside. */
  public String put(String name, byte[] document) throws IOException {
    Files.write(share().resolve(name + ".xml"), document);
    return "/share/" + name + ".xml";
  }

  /** Waits for a guest's report by number. */
  public GuestReport report(String domain, int which) throws IOException {
    long end = System.nanoTime() + GUEST_LIMIT_SECONDS * 1_000_000_000L;
    for (int polls = 1; ; polls++) {
      // Asked before the console is read: what ends has said all by then.
      boolean off = polls % POLLS_PER_STATE == 0 && isOff(domain);
      List<GuestReport> reports = GuestReport.all(console(domain));
      if (reports.size() >= which) {
        return reports.get(which - 1);
      }
      if (off || System.nanoTime() > end) {
        throw noReport(domain, off);
      }
      pause(300);
    }
  }

  private boolean isOff(String domain) throws IOException {
    return exec("virsh", "domstate", domain).output().contains("shut off");
  }

  private IOException noReport(String domain, boolean off) throws IOException {
    return new TestbedFailure(
        "the guest " + domain + (off ? " ended without a report" : " did not report in time"),
        new Outcome("console of " + domain, 1, console(domain), ""));
  }

  /** Returns the guest's console output so far. */
  public String console(String domain) throws IOException {
    Path log = share().resolve(domain + ".log");
    return Files.exists(log)
        ? new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
        : "";
  }

  static void pause(int millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Stops the instance with all its processes; repeated calls do nothing. */
  @Override
  public void close() throws IOException {
    if (stopped.compareAndSet(false, true)) {
      Programs.run(testbed.command("stop", folder.toString()));
    }
  }
}
