package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.libvirtspm.kubevirt.proto.DomainHookServiceGrpc;
import org.libvirtspm.kubevirt.proto.MutateDomainRequest;
import org.libvirtspm.translator.Dialect;

/** Training run of server and calls for the JVM's start-up archive. */
final class ArchiveTraining {

  private static final String DOMAIN =
      """
      <domain type="kvm">
        <name>a</name>
        <memory unit="GiB">2</memory>
        <os><type arch="x86_64" machine="q35">hvm</type></os>
        <devices><emulator>/usr/bin/qemu-kvm</emulator></devices>
        <vcpu>2</vcpu>
      </domain>
      """;

  private ArchiveTraining() {}

  /** Takes an empty folder to listen in. */
  public static void main(String[] args) throws Exception {
    String socket = Path.of(args[0], "s").toString();
    Log log = new Log(new PrintStream(PrintStream.nullOutputStream(), true, UTF_8));
    log.takeOver();
    PluginServer server = PluginServer.start(ServerOptions.parse(List.of("--socket", socket)), log);
    EventLoopGroup events = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(events)
            .usePlaintext()
            .build();
    callAll(channel);
    channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    var unused = events.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    server.end();
  }

  private static void callAll(ManagedChannel channel) {
    var unused = HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());
    for (Dialect dialect : Dialect.all()) {
      call(channel, dialect.name(), "12.8", "<cell memory='1' unit='GiB'/>");
      call(channel, dialect.name(), "11.0", "<cell memory='1' unit='GiB'><source/></cell>");
    }
    call(channel, "sp-mem", "12.8", "<cell memory='x'/>");
    call(channel, "sp-mem", "12.8", "<cell");
  }

  private static void call(ManagedChannel channel, String dialect, String libvirt, String cells) {
    String vmi =
        """
        {"metadata": {"name": "a", "annotations": {"libvirt-spm.org/dialect": "%s",
        "libvirt-spm.org/libvirt": "%s", "libvirt-spm.org/cells": "%s"}}, "spec": {"x": [1]}}
        """
            .formatted(dialect, libvirt, cells);
    MutateDomainRequest request =
        MutateDomainRequest.newBuilder()
            .setDomainType("libvirt")
            .setDomain(ByteString.copyFromUtf8(DOMAIN))
            .setVmi(ByteString.copyFromUtf8(vmi))
            .build();
    try {
      var unused = DomainHookServiceGrpc.newBlockingStub(channel).mutateDomain(request);
    } catch (StatusRuntimeException refused) {
      // Refusals are part of the training.
    }
  }
}
