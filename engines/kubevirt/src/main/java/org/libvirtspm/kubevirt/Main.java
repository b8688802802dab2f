package org.libvirtspm.kubevirt;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.ParseException;

/** The program {@code virt-spm-kubevirt}. */
public final class Main {

  private Main() {}

  /** Serves until the process is told to end. */
  public static void main(String[] args) {
    Log log = new Log(System.err);
    log.takeOver();
    int status = start(List.of(args), log);
    if (status >= 0) {
      System.exit(status);
    }
  }

  /** Starts to serve; answers with an exit status, or -1 when the server runs. */
  private static int start(List<String> args, Log log) {
    try {
      ServerOptions options = ServerOptions.parse(args);
      if (options.help()) {
        System.out.print(ServerOptions.usage());
        return 0;
      }
      PluginServer server = PluginServer.start(options, log);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "end"));
      return -1;
    } catch (ParseException | UnusableSocketException e) {
      log.error("usage", e.getMessage());
      return 2;
    } catch (IOException e) {
      log.error("start", e.getMessage());
      return 1;
    }
  }

  /** What a signal ends in good order has not failed: the JVM's own status would be 143. */
  private static void end(PluginServer server) {
    server.end();
    Runtime.getRuntime().halt(0);
  }
}
