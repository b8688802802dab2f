package org.libvirtspm.kubevirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is deployed into a cluster, read into Kubernetes' own types, which know nothing else. */
class DeployTest {

  private static final Path DEPLOY = Path.of("deploy");

  /** The types keep what they don't know; here that is an error. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
                  return false;
                }
              })
          .build();

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "admissionregistration.k8s.io/v1/MutatingAdmissionPolicy",
          MutatingAdmissionPolicy.class,
          "admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding",
          MutatingAdmissionPolicyBinding.class,
          "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy",
          ValidatingAdmissionPolicy.class,
          "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding",
          ValidatingAdmissionPolicyBinding.class,
          "rbac.authorization.k8s.io/v1/ClusterRole",
          ClusterRole.class,
          "plugin.kubevirt.io/v1alpha1/Plugin",
          Plugin.class,
          "kubevirt.io/v1/VirtualMachine",
          VirtualMachine.class,
          "v1/Pod",
          Pod.class);

  /** KubeVirt's type of 1.9, as far as a hook in a container needs it. */
  private record Plugin(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
        String failureStrategy,
        List<Hook> domainHooks,
        List<Name> mutatingAdmissionPolicies,
        List<Name> validatingAdmissionPolicies) {}

    record Hook(Sidecar sidecar, String condition, String failureStrategy, String timeout) {}

    record Sidecar(String socketPath) {}

    record Name(String name) {}
  }

  private record VirtualMachine(String apiVersion, String kind, ObjectMeta metadata, VmSpec spec) {

    record VmSpec(String runStrategy, Template template) {}

    record Template(ObjectMeta metadata, JsonNode spec) {}
  }

  @TempDir Path folder;

  private static List<Object> read(Path file) throws IOException {
    List<Object> all = new ArrayList<>();
    for (JsonNode node :
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll()) {
      String kind = node.path("apiVersion").asString() + "/" + node.path("kind").asString();
      assertTrue(KINDS.containsKey(kind), file + ": " + kind);
      all.add(YAML.treeToValue(node, KINDS.get(kind)));
    }
    return all;
  }

  private static List<Object> deployed() throws IOException {
    List<Object> all = new ArrayList<>();
    JsonNode kustomization = YAML.readTree(DEPLOY.resolve("kustomization.yaml").toFile());
    for (JsonNode file : kustomization.path("resources")) {
      all.addAll(read(DEPLOY.resolve(file.asString())));
    }
    return all;
  }

  private static <T> List<T> deployed(Class<T> type) throws IOException {
    return deployed().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <T extends HasMetadata> Map<String, T> named(Class<T> type) throws IOException {
    Map<String, T> all = new TreeMap<>();
    deployed(type).forEach(one -> all.put(one.getMetadata().getName(), one));
    return all;
  }

  @Test
  void everyFileIsOfKubernetesTypes() throws Exception {
    assertEquals(10, deployed().size());
    try (Stream<Path> files = Files.list(DEPLOY)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("kustomization.yaml")) {
          assertTrue(!read(file).isEmpty(), file.toString());
        }
      }
    }
  }

  @Test
  void whatNoTypeHasIsAnError() throws Exception {
    String good = Files.readString(DEPLOY.resolve("mutating-policy.yaml"));
    for (String wrong :
        List.of(
            good.replace("reinvocationPolicy", "reinvocationpolicy"),
            good.replace("patchType", "type"),
            good.replace("  policyName", "  policy"),
            good.replace("objectSelector", "podSelector"))) {
      Path file = Files.writeString(folder.resolve("policy.yaml"), wrong);
      assertThrows(DatabindException.class, () -> read(file));
    }
  }

  @Test
  void eachPolicyHasItsBindingAndFailsClosed() throws Exception {
    Map<String, ValidatingAdmissionPolicy> validating = named(ValidatingAdmissionPolicy.class);
    var bindings = named(ValidatingAdmissionPolicyBinding.class);
    assertEquals(validating.keySet(), bindings.keySet());
    validating.values().forEach(one -> assertEquals("Fail", one.getSpec().getFailurePolicy()));
    bindings.forEach(
        (name, one) -> {
          assertEquals(name, one.getSpec().getPolicyName());
          assertEquals(List.of("Deny"), one.getSpec().getValidationActions());
        });
    Map<String, MutatingAdmissionPolicy> mutating = named(MutatingAdmissionPolicy.class);
    assertEquals(mutating.keySet(), named(MutatingAdmissionPolicyBinding.class).keySet());
    mutating.values().forEach(one -> assertEquals("Fail", one.getSpec().getFailurePolicy()));
  }

  @Test
  void thePluginNamesThePoliciesAndTheSocketThatTheyUse() throws Exception {
    Plugin plugin = deployed(Plugin.class).get(0);
    assertEquals(
        named(ValidatingAdmissionPolicy.class).keySet(),
        new TreeSet<>(
            plugin.spec().validatingAdmissionPolicies().stream().map(Plugin.Name::name).toList()));
    assertEquals(
        named(MutatingAdmissionPolicy.class).keySet(),
        new TreeSet<>(
            plugin.spec().mutatingAdmissionPolicies().stream().map(Plugin.Name::name).toList()));
    Plugin.Hook hook = plugin.spec().domainHooks().get(0);
    assertEquals("Fail", hook.failureStrategy());
    assertTrue(hook.condition().contains('"' + DomainHook.CELLS + '"'), hook.condition());
    String socket = hook.sidecar().socketPath();
    assertEquals("/var/run/kubevirt-plugin/" + plugin.metadata().getName() + "/hook.sock", socket);
    for (String file : List.of("mutating-policy.yaml", "validating-policies.yaml")) {
      assertTrue(Files.readString(DEPLOY.resolve(file)).contains('"' + socket + '"'), file);
    }
  }

  @Test
  void theRoleIsForWhatIsDeployed() throws Exception {
    var rules = deployed(ClusterRole.class).get(0).getRules();
    TreeSet<String> policies = new TreeSet<>(named(ValidatingAdmissionPolicy.class).keySet());
    policies.addAll(named(MutatingAdmissionPolicy.class).keySet());
    assertEquals(policies, new TreeSet<>(rules.get(1).getResourceNames()));
  }

  @Test
  void theExampleIsTranslated() throws Exception {
    VirtualMachine vm = (VirtualMachine) read(DEPLOY.resolve("example-vm.yaml")).get(0);
    Map<String, String> annotations = vm.spec().template().metadata().getAnnotations();
    ServerOptions options = ServerOptions.parse(List.of("--socket", "s", "--dialect", "sp-mem"));
    Call call =
        new Call(
            "MutateDomain",
            "libvirt",
            ByteString.copyFromUtf8(Launcher.DOMAIN),
            ByteString.copyFromUtf8(Launcher.vmi(annotations)),
            "Boot");
    Map<String, Object> fields = new HashMap<>();
    assertEquals("translated", new DomainHook(options).answer(call, fields).event());
    assertTrue(fields.toString().contains("bytes=17179869184"), fields.toString());
    assertTrue(vm.spec().template().spec().at("/domain/resources/limits").has("example.com/dax"));
  }
}
