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
 * The entry point of the installed hook. It leaves options, help and libvirt to {@code virt-spm}:
 * every class it does not load is time that a starting guest does not wait.
 */
public final class HookMain {

  private HookMain() {}

  /** Answers one call of libvirt's by standard output and exit status. */
  public static void main(String[] args) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = answer(args, err);
    if (status != HookAnswer.GO) {
      // An exit would load Java's logging first.
      Runtime.getRuntime().halt(status);
    }
  }

  /** Buffered, because Java 17 asks an unbuffered stream for its position, and a pipe has none. */
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
