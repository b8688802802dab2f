package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.IOException;
import java.io.StringWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.libvirtspm.kubevirt.proto.DomainHookServiceGrpc;
import org.libvirtspm.kubevirt.proto.MutateDomainRequest;
import org.libvirtspm.kubevirt.proto.SidecarContext;

/** Calls the plug-in as virt-launcher does. */
final class Launcher implements AutoCloseable {

  static final String CELLS = "libvirt-spm.org/cells";

  /** A domain as KubeVirt's converter makes it. */
  static final String DOMAIN =
      """
      <domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
        <name>default_vm</name>
        <memory unit="b">2147483648</memory>
        <os firmware="efi">
          <type arch="x86_64" machine="q35">hvm</type>
        </os>
        <devices>
          <emulator>/usr/libexec/qemu-kvm</emulator>
          <controller type="usb" index="0" model="none"></controller>
          <memballoon model="virtio-non-transitional">
            <stats period="10"></stats>
          </memballoon>
          <hostdev type="pci" managed="no" mode="subsystem">
            <source>
              <address type="pci" domain="0x0000" bus="0x65" slot="0x00" function="0x0"></address>
            </source>
            <alias name="ua-gpu-gpu1"></alias>
          </hostdev>
        </devices>
        <metadata>
          <kubevirt xmlns="http://kubevirt.io">
            <uid>f4686d2c-6e8d-4335-b8fd-81bee22f4814</uid>
          </kubevirt>
        </metadata>
        <features>
          <acpi></acpi>
        </features>
        <cpu mode="host-model">
          <topology sockets="1" cores="2" threads="1"></topology>
        </cpu>
        <vcpu placement="static">2</vcpu>
      </domain>
      """;

  private final EventLoopGroup events =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ManagedChannel channel;

  Launcher(Path socket) {
    channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(events)
            .usePlaintext()
            .build();
  }

  ManagedChannel channel() {
    return channel;
  }

  /** The VMI with these annotations. */
  static String vmi(Map<String, String> annotations) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart("metadata");
      json.writeStringField("name", "vm");
      json.writeStringField("namespace", "shop");
      json.writeStringField("uid", "f4686d2c");
      json.writeObjectFieldStart("annotations");
      for (Map.Entry<String, String> annotation : annotations.entrySet()) {
        json.writeStringField(annotation.getKey(), annotation.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  static MutateDomainRequest request(String domain, String vmi, String context) {
    return MutateDomainRequest.newBuilder()
        .setDomainType("libvirt")
        .setDomain(ByteString.copyFrom(domain, UTF_8))
        .setVmi(ByteString.copyFrom(vmi, UTF_8))
        .setSidecarContext(SidecarContext.newBuilder().setInvocationContext(context))
        .build();
  }

  String mutate(MutateDomainRequest request) {
    return DomainHookServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .mutateDomain(request)
        .getDomain()
        .toString(UTF_8);
  }

  /** What becomes of {@link #DOMAIN} at boot. */
  String mutate(Map<String, String> annotations) {
    return mutate(request(DOMAIN, vmi(annotations), "Boot"));
  }

  String mutate(String cells) {
    return mutate(Map.of(CELLS, cells));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    var unused = events.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
