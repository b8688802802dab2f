package org.libvirtspm.host.demo;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells in one line what is under way, and for how long.
 *
 * @param line shows a line in place of the one before; an empty one takes it away
 */
public record Progress(Consumer<String> line) {

  /** Shows nothing. */
  public static final Progress NONE = new Progress(text -> {});

  /** Work that may fail. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Runs work with a progress line. */
  <T> T during(String what, Work<T> work) throws IOException {
    return during(what, told -> work.run());
  }

  /** Work that reports its current step. */
  interface TellingWork<T> {
    T run(Consumer<String> told) throws IOException;
  }

  /** Runs work with a progress line that shows its current step. */
  <T> T during(String what, TellingWork<T> work) throws IOException {
    Shown shown = new Shown(what);
    Thread thread = new Thread(shown::keepShowing);
    thread.setDaemon(true);
    thread.start();
    try {
      return work.run(text -> shown.text = text);
    } finally {
      end(thread);
    }
  }

  private void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.accept("");
  }

  /** The current text and its start time. */
  private final class Shown {

    private final long start = System.nanoTime();
    private volatile String text;

    Shown(String text) {
      this.text = text;
    }

    void keepShowing() {
      try {
        while (true) {
          long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
          line.accept("%s … %d:%02d".formatted(text, seconds / 60, seconds % 60));
          Thread.sleep(1000);
        }
      } catch (InterruptedException e) {
        // The work is done.
      }
    }
  }
}
