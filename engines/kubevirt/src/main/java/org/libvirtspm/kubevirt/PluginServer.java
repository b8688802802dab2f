package org.libvirtspm.kubevirt;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The gRPC server on its Unix socket. */
final class PluginServer {

  /** Message limit; Kubernetes limits a VMI to 1.5 MiB. */
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  /** Time for pending calls; less than the 30 s that Kubernetes gives a container to end. */
  private static final int SECONDS_TO_ANSWER = 20;

  /** Time for clients to notice the end; health watches would never end by themselves. */
  private static final int SECONDS_TO_CLOSE = 1;

  /** Idle limit; virt-launcher opens a connection per call. */
  private static final int SECONDS_IDLE = 60;

  private final Log log;
  private final SocketFile file;
  private final HealthStatusManager health = new HealthStatusManager();
  private final EventLoopGroup events =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /** Runs one call at a time, so that memory for one is enough. */
  private final ExecutorService calls = Executors.newSingleThreadExecutor();

  private final Server server;

  private PluginServer(ServerOptions options, Log log) {
    this.log = log;
    this.file = new SocketFile(options.socket());
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(file.address())
            .channelType(NioServerDomainSocketChannel.class)
            .bossEventLoopGroup(events)
            .workerEventLoopGroup(events)
            .executor(calls)
            .maxConcurrentCallsPerConnection(4)
            .maxInboundMessageSize(MAX_BYTES)
            .maxConnectionIdle(SECONDS_IDLE, TimeUnit.SECONDS)
            .addService(health.getHealthService());
    for (BindableService service : new HookCalls(new DomainHook(options), log).services()) {
      builder.addService(service);
      health.setStatus(
          service.bindService().getServiceDescriptor().getName(), ServingStatus.SERVING);
    }
    this.server = builder.build();
  }

  /**
   * Starts the server.
   *
   * @throws UnusableSocketException if the path cannot be a socket
   * @throws IOException if listening fails
   */
  static PluginServer start(ServerOptions options, Log log)
      throws IOException, UnusableSocketException {
    PluginServer plugin = new PluginServer(options, log);
    try {
      plugin.file.prepare();
      plugin.server.start();
      plugin.file.made();
    } catch (IOException | UnusableSocketException e) {
      plugin.server.shutdownNow();
      plugin.stopThreads();
      throw e;
    }
    log.info("listening", Map.of("socket", options.socket().toString()));
    return plugin;
  }

  /** Removes the socket, refuses new calls and completes pending ones. */
  void end() {
    try {
      file.remove();
    } catch (IOException e) {
      log.error("end", e.getMessage());
    }
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!server.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        calls.submit(() -> {}).get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        server.shutdownNow().awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.error("end", "calls are not answered: " + e);
    }
    stopThreads();
    log.info("ended", Map.of());
  }

  private void stopThreads() {
    calls.shutdownNow();
    var unused = events.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
