package org.libvirtspm.host.hook;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Entry point of the installed hook. It shares no options, help or libvirt calls with {@code
 * virt-spm}, to load few classes: a starting guest waits for them.
 */
public final class HookMain {

  private HookMain() {}

  /** Answers one hook call on standard output and by the exit status. */
  public static void main(String[] args) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = answer(args, err);
    if (status != HookAnswer.GO) {
      // System.exit would load Java's logging first.
      Runtime.getRuntime().halt(status);
    }
  }

  /**
   * Reads standard input through a buffer: Java 17 asks an unbuffered stream for its position,
   * which a pipe does not have.
   */
  private static byte[] input() throws IOException {
    return new BufferedInputStream(new FileInputStream(FileDescriptor.in)).readAllBytes();
  }

  private static int answer(String[] args, PrintStream err) {
    try {
      HookCall call = HookCall.of(List.of(args));
      byte[] document = input();
      HookAnswer answer = HookRun.answer(call, document);
      if (!answer.output().isEmpty()) {
        new FileOutputStream(FileDescriptor.out)
            .write(answer.output().getBytes(StandardCharsets.UTF_8));
      }
      if (!answer.sentence().isEmpty()) {
        err.println("virt-spm: " + Sentence.printable(answer.sentence()));
      }
      return answer.status();
    } catch (IOException | RuntimeException e) {
      err.println("virt-spm: the hook itself failed: " + Sentence.printable(e.toString()));
      return HookAnswer.BROKEN;
    }
  }
}
