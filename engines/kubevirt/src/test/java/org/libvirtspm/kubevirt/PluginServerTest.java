package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.kubevirt.proto.DomainHookServiceGrpc;
import org.libvirtspm.kubevirt.proto.GuestDefinitionRequest;
import org.libvirtspm.kubevirt.proto.LauncherHookServiceGrpc;
import org.libvirtspm.kubevirt.proto.MutateDomainRequest;

/** What virt-launcher gets of the server. */
class PluginServerTest extends RunningPlugin {

  private static final String DIALECT = "libvirt-spm.org/dialect";
  private static final String TWO =
      CELL
          + "<cell id='2' memory='1' unit='GiB'><distances><sibling id='0' value='17'/>"
          + "</distances></cell><interconnects>"
          + "<latency initiator='0' target='1' type='access' value='10'/>"
          + "<latency initiator='0' target='2' type='access' value='20'/></interconnects>";

  private static void assertRefused(String sentence, Runnable call) {
    Status status = refusal(call);
    assertEquals(Status.Code.FAILED_PRECONDITION, status.getCode(), status.toString());
    assertEquals(sentence, status.getDescription());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<domain type='kvm'>\r\n</domain >", "", "no XML", "<a>\u00fc\u0000"})
  void givesTheSameBytesToWhoDoesNotAsk(String domain) throws Exception {
    Launcher launcher = start();
    for (String vmi : List.of("{}", Launcher.vmi(Map.of("libvirt-spm.org/dialect", "x")))) {
      assertEquals(domain, launcher.mutate(Launcher.request(domain, vmi, "Boot")));
    }
    byte[] bytes = {(byte) 0xff, 0, '<'};
    MutateDomainRequest raw =
        Launcher.request("", "{\"metadata\":{\"annotations\":null}}", "Boot").toBuilder()
            .setDomain(ByteString.copyFrom(bytes))
            .build();
    assertEquals(
        raw.getDomain(),
        DomainHookServiceGrpc.newBlockingStub(launcher.channel()).mutateDomain(raw).getDomain());
    assertTrue(logged.toString(UTF_8).contains("\"event\":\"untouched\""), logged.toString(UTF_8));
  }

  @Test
  void translatesUnderTheNamesOfEachVersion() throws Exception {
    Launcher launcher = start("--dialect", "sp-mem", "--libvirt", "12.8");
    String translated = launcher.mutate(CELL);
    assertTrue(translated.contains("<path>/dev/dax0.0</path>"), translated);
    assertTrue(translated.contains("form='native'"), translated);
    GuestDefinitionRequest later =
        GuestDefinitionRequest.newBuilder()
            .setDomainType("libvirt")
            .setDomain(ByteString.copyFromUtf8(Launcher.DOMAIN))
            .setVmi(ByteString.copyFromUtf8(Launcher.vmi(Map.of(Launcher.CELLS, CELL))))
            .build();
    assertEquals(
        translated,
        LauncherHookServiceGrpc.newBlockingStub(launcher.channel())
            .guestDefinition(later)
            .getDomain()
            .toString(UTF_8));
    String log = logged.toString(UTF_8);
    assertTrue(
        log.contains("\"cells\":[{\"id\":1,\"bytes\":17179869184,\"path\":\"/dev/dax0.0\"}]"));
    assertTrue(log.contains("\"method\":\"GuestDefinition\""), log);
  }

  @ParameterizedTest
  @CsvSource({
    "sp-mem 12.8",
    "sp-mem 11.3",
    "spm 12.8",
    "spm 9.0",
    "memmap-type 12.8",
    "sp-mem 11.8"
  })
  void givesTheSameInEachCallOfABoot(String target) throws Exception {
    String[] words = target.split(" ", -1);
    Launcher launcher = start("--dialect", words[0], "--libvirt", words[1]);
    for (String cells : List.of(CELL, TWO)) {
      String vmi = Launcher.vmi(Map.of(Launcher.CELLS, cells));
      String first = launcher.mutate(Launcher.request(Launcher.DOMAIN, vmi, "Boot"));
      String last = first;
      for (String context : List.of("Boot", "Boot", "MigrationTarget")) {
        last = launcher.mutate(Launcher.request(KubevirtStructs.pass(last), vmi, context));
        assertEquals(KubevirtStructs.normal(first), KubevirtStructs.normal(last));
      }
      String whole = launcher.mutate(Launcher.request(first, vmi, "Boot"));
      assertEquals(KubevirtStructs.normal(first), KubevirtStructs.normal(whole));
    }
  }

  @Test
  void refusesWithTheLineOfTheAnnotation() throws Exception {
    Launcher launcher = start("--dialect", "sp-mem");
    assertRefused(
        "annotation libvirt-spm.org/cells, line 2: cell 2: memory 'x' is not a size: write a whole number",
        () -> launcher.mutate(CELL + "\n<cell id='2' memory='x'/>"));
    assertRefused(
        "the domain that KubeVirt made: neither <memory> nor <numa>: add for example <memory unit='GiB'>8</memory>, without SPM",
        () ->
            launcher.mutate(
                Launcher.request("<domain/>", Launcher.vmi(Map.of(Launcher.CELLS, CELL)), "Boot")));
    assertTrue(
        refusal(() -> launcher.mutate("<cell id='1' memory='x'/><cell id='1' memory='y'/>"))
            .getDescription()
            .endsWith("(and 1 more error)"));
    assertTrue(refusal(() -> launcher.mutate("")).getDescription().contains("has no <cell>"));
    assertTrue(logged.toString(UTF_8).contains("\"code\":\"FAILED_PRECONDITION\""));
  }

  @Test
  void takesDialectAndLibvirtOfTheVm() throws Exception {
    Launcher launcher = start();
    Map<String, String> stock = Map.of(Launcher.CELLS, CELL, DIALECT, "sp-mem");
    assertTrue(launcher.mutate(stock).contains("dialect='sp-mem' form='passthrough'"));
    Map<String, String> known = new HashMap<>(stock);
    known.put("libvirt-spm.org/libvirt", "12.8");
    assertTrue(launcher.mutate(known).contains("dialect='sp-mem' form='native'"));
    assertTrue(
        launcher.mutate(Map.of(Launcher.CELLS, CELL, DIALECT, "spm")).contains("dialect='spm'"));
    assertRefused(
        "annotation libvirt-spm.org/dialect: no dialect 'x': use spm, memmap-type, sp-mem",
        () -> launcher.mutate(Map.of(Launcher.CELLS, CELL, DIALECT, "x")));
    assertRefused(
        "annotation libvirt-spm.org/libvirt: 'new' is no libvirt version; write it as 12.8 or 12.8.0",
        () ->
            launcher.mutate(
                Map.of(Launcher.CELLS, CELL, DIALECT, "spm", "libvirt-spm.org/libvirt", "new")));
  }

  @ParameterizedTest
  @CsvSource({
    "quay.io/kubevirt/virt-launcher:v1.9.0, true",
    "quay.io/kubevirt/virt-launcher:v0.59.2, true",
    "quay.io/kubevirt/virt-launcher:v1.10.0, false",
    "quay.io/kubevirt/virt-launcher@sha256:0123, false",
    "registry.example/virt-launcher:v1.9.0, false",
    "'', false",
  })
  void imageThatIsKnownToBeUnfitIsRefused(String image, boolean unfit) throws Exception {
    String vmi = Launcher.vmi(Map.of(Launcher.CELLS, CELL));
    String status = ",\"status\":{\"launcherContainerImageVersion\":\"" + image + "\"}}";
    MutateDomainRequest request =
        Launcher.request(Launcher.DOMAIN, vmi.substring(0, vmi.length() - 1) + status, "Boot");
    Launcher launcher = start();
    if (unfit) {
      Status refusal = refusal(() -> launcher.mutate(request));
      assertEquals(Status.Code.FAILED_PRECONDITION, refusal.getCode());
      String sentence = "launcher image '" + image + "' has a QEMU and a firmware without";
      assertTrue(refusal.getDescription().startsWith(sentence), refusal.getDescription());
    } else {
      assertTrue(launcher.mutate(request).contains("dialect='sp-mem'"));
      assertTrue(logged.toString(UTF_8).contains("\"assumed\":\"the launcher image has QEMU"));
    }
    stop();
    assertTrue(start("--dialect", "sp-mem").mutate(request).contains("sp-mem"));
    assertEquals(!unfit, logged.toString(UTF_8).contains("assumed"));
  }

  /** KubeVirt has a virtio-mem device when memory was added while a VM ran. */
  @ParameterizedTest
  @ValueSource(strings = {"11.3", "12.8"})
  void memoryDeviceOfKubevirtIsRefused(String libvirt) throws Exception {
    Launcher launcher = start("--dialect", "sp-mem", "--libvirt", libvirt);
    String theirs =
        """
        <memory model="virtio-mem">
          <target>
            <size unit="b">1073741824</size><node>0</node><block unit="b">2097152</block>
            <requested unit="b">1073741824</requested>
          </target>
          <alias name="ua-virtiomem"></alias>
        </memory></devices>
        """;
    String domain = Launcher.DOMAIN.replace("</devices>", theirs);
    String asks = Launcher.vmi(Map.of(Launcher.CELLS, CELL));
    assertRefused(
        "the domain that KubeVirt made has a memory device 'virtio-mem', which KubeVirt loses beside Specific Purpose Memory: give the VM all its ordinary memory when it starts, by spec.domain.memory.guest, and none while it runs",
        () -> launcher.mutate(Launcher.request(domain, asks, "Boot")));
    String asksNot = Launcher.vmi(Map.of());
    assertEquals(domain, launcher.mutate(Launcher.request(domain, asksNot, "Boot")));
  }

  @Test
  void outlivesMalformedRequests() throws Exception {
    Launcher launcher = start("--dialect", "sp-mem");
    for (String vmi :
        List.of(
            "",
            "{",
            "[]",
            "{} {}",
            "{\"metadata\":[]}",
            "{\"metadata\":{\"annotations\":{\"libvirt-spm.org/cells\":1}}}",
            "{\"metadata\":{\"annotations\":{\"a\":\"b\",\"a\":\"c\"}}}",
            "{\"spec\":" + "[".repeat(100_000))) {
      Status status =
          refusal(() -> launcher.mutate(Launcher.request(Launcher.DOMAIN, vmi, "Boot")));
      assertEquals(Status.Code.INVALID_ARGUMENT, status.getCode(), vmi + status);
    }
    Status empty = refusal(() -> launcher.mutate(MutateDomainRequest.getDefaultInstance()));
    assertEquals("the request's domain_type is '', not 'libvirt'", empty.getDescription());
    String vmi = Launcher.vmi(Map.of(Launcher.CELLS, CELL));
    for (String xml :
        List.of("", "<", "<domain>", "<!DOCTYPE a><domain/>", "\0", "<a>".repeat(50_000))) {
      assertEquals(
          Status.Code.FAILED_PRECONDITION,
          refusal(() -> launcher.mutate(Launcher.request(xml, vmi, "Boot"))).getCode());
    }
    String long1 = "<domain>" + " ".repeat(300_000) + "</domain>";
    assertRefused(
        "the domain has 300017 bytes, and the limit is 262144",
        () -> launcher.mutate(Launcher.request(long1, vmi, "Boot")));
    assertEquals(
        Status.Code.RESOURCE_EXHAUSTED,
        refusal(() -> launcher.mutate(Launcher.request(" ".repeat(9 << 20), vmi, "Boot")))
            .getCode());
    assertEquals(Status.Code.UNKNOWN, refusal(() -> send(launcher, new byte[] {-1, -1})).getCode());
    assertTrue(launcher.mutate(CELL).contains("sp-mem"));
  }

  /** Sends bytes that are no message. */
  private static void send(Launcher launcher, byte[] message) {
    MethodDescriptor.Marshaller<byte[]> raw =
        new MethodDescriptor.Marshaller<>() {
          @Override
          public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
          }

          @Override
          public byte[] parse(InputStream stream) {
            try {
              return stream.readAllBytes();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    var unused =
        ClientCalls.blockingUnaryCall(
            launcher.channel(),
            MethodDescriptor.newBuilder(raw, raw)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("kubevirt.hooks.plugins.v1alpha1.DomainHookService/MutateDomain")
                .build(),
            CallOptions.DEFAULT,
            message);
  }

  @Test
  void servesManyAtATime() throws Exception {
    Launcher launcher = start("--dialect", "sp-mem");
    String once = launcher.mutate(CELL);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (var one : threads.invokeAll(Collections.nCopies(200, () -> launcher.mutate(CELL)))) {
        assertEquals(once, one.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
