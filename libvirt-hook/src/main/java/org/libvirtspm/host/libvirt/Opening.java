package org.libvirtspm.host.libvirt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;

/**
 * An attempt to connect with a time limit, which libvirt lacks: a stopped daemon's socket still
 * accepts, and the first call would block. The attempt runs in a daemon thread; after a timeout it
 * goes on, and the next caller waits for the same one.
 */
record Opening(Optional<String> uri, boolean readOnly) {

  private static final Map<Opening, FutureTask<BindingConnect>> UNDER_WAY =
      new ConcurrentHashMap<>();

  /** Waits for the connection. */
  BindingConnect await() throws LibvirtFailure {
    FutureTask<BindingConnect> attempt = UNDER_WAY.computeIfAbsent(this, Opening::start);
    try {
      BindingConnect connect = attempt.get(Silence.SECONDS, TimeUnit.SECONDS);
      UNDER_WAY.remove(this);
      return connect;
    } catch (TimeoutException e) {
      throw LibvirtFailure.silent(what(), uri.orElse("the default URI"), e);
    } catch (ExecutionException e) {
      UNDER_WAY.remove(this);
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LibvirtFailure(what() + ": interrupted", e);
    }
  }

  private FutureTask<BindingConnect> start() {
    FutureTask<BindingConnect> attempt =
        new FutureTask<>(() -> new BindingConnect(uri.orElse(null), readOnly));
    Thread thread = new Thread(attempt, "libvirt-connect");
    thread.setDaemon(true);
    thread.start();
    return attempt;
  }

  private LibvirtFailure failure(Throwable cause) {
    return cause instanceof LibvirtException e
        ? LibvirtFailure.ofOpening(what(), uri, e)
        : new LibvirtFailure(what() + ": " + cause, cause);
  }

  private String what() {
    return "cannot connect to libvirt" + uri.map(u -> " at " + u).orElse("");
  }
}
