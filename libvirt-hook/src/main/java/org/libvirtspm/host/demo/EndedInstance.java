package org.libvirtspm.host.demo;

import java.io.IOException;

/** Ends an instance with a block of code or with this process, whichever ends first. */
final class EndedInstance implements AutoCloseable {

  /**
   * Delay of messages: a terminal's interrupt also reaches child processes, which may end first.
   */
  private static final int INTERRUPT_MILLIS = 300;

  private final Instance instance;
  private final Thread hook;
  private volatile boolean isEnding;
  private boolean isKept;

  EndedInstance(Instance instance) {
    this.instance = instance;
    this.hook = new Thread(this::endWithProcess);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Instance instance() {
    return instance;
  }

  /** Keeps the instance after the block. */
  void keep() {
    isKept = true;
  }

  private void endWithProcess() {
    isEnding = true;
    try {
      instance.close();
    } catch (IOException e) {
      System.err.println(
          "virt-spm: " + instance.folder() + " could not be stopped: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Thread.sleep(isKept ? 0 : INTERRUPT_MILLIS);
      while (isEnding) {
        // What failed because of the interrupt is not to be told as a failure.
        Thread.sleep(INTERRUPT_MILLIS);
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      return; // the process is ending, and the hook is at work
    }
    if (!isKept) {
      instance.close();
    }
  }
}
