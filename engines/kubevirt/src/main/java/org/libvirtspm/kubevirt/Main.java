package org.libvirtspm.kubevirt;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.ParseException;

/** The program {@code virt-spm-kubevirt}. */
public final class Main {

  private Main() {}

  /** Serves until the process is terminated. */
  public static void main(String[] args) {
    Log log = new Log(System.err);
    log.takeOver();
    int status = start(List.of(args), log);
    if (status >= 0) {
      System.exit(status);
    }
  }

  /** Starts the server; returns an exit status, or -1 if it runs. */
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

  /** Ends with status 0 on a signal; the JVM's own status would be 143. */
  private static void end(PluginServer server) {
    server.end();
    Runtime.getRuntime().halt(0);
  }
}
