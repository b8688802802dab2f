package org.libvirtspm.host.qmp;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Probes an emulator by starting it without a machine and asking over QMP. */
public final class QmpDialectProbe implements EmulatorProbe {

  /** How long an emulator may take to start and answer; QEMU needs a tenth of a second. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private final Duration limit;

  /** Takes the time limit for each emulator. */
  public QmpDialectProbe(Duration limit) {
    this.limit = limit;
  }

  @Override
  public EmulatorFacts factsOf(Path emulator) {
    try (EmulatorProcess process = EmulatorProcess.start(emulator)) {
      return ask(emulator, process);
    } catch (IOException e) {
      throw new ProbeFailure(whyNotRun(emulator), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProbeFailure("interrupted while asking the emulator " + emulator, e);
    }
  }

  private static String whyNotRun(Path emulator) {
    if (Files.notExists(emulator)) {
      return "there is no emulator " + emulator;
    }
    return "the emulator "
        + emulator
        + (Files.isDirectory(emulator)
            ? " is a folder: name the program in it"
            : Files.isExecutable(emulator) ? " can't be run" : " may not be executed");
  }

  private EmulatorFacts ask(Path emulator, EmulatorProcess process) throws InterruptedException {
    try {
      return process.converse(limit, (from, to) -> QemuFacts.askOver(QmpSession.open(from, to)));
    } catch (TimeoutException e) {
      throw new ProbeFailure(
          "the emulator " + emulator + " gave no answer over QMP in " + seconds() + " seconds", e);
    } catch (JacksonException e) {
      throw new ProbeFailure("the emulator " + emulator + " does not talk QMP", e);
    } catch (IOException e) {
      throw new ProbeFailure(
          "the emulator " + emulator + " " + process.obituary() + ", before it answered", e);
    }
  }

  private long seconds() {
    return limit.toSeconds();
  }
}
