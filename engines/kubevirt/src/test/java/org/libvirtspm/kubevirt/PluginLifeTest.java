package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is around the answers: health, the log, the socket, and the end. */
class PluginLifeTest extends RunningPlugin {

  @Test
  void logNamesTheVm() throws Exception {
    Launcher launcher = start("--dialect", "sp-mem");
    String vm = "\"namespace\":\"shop\",\"name\":\"vm\",\"uid\":\"f4686d2c\"";
    launcher.mutate(Map.of());
    launcher.mutate(CELL);
    var unused = refusal(() -> launcher.mutate("<cell/>"));
    List<String> lines = logged.toString(UTF_8).lines().skip(1).toList();
    assertEquals(3, lines.size());
    for (String line : lines) {
      assertTrue(line.contains(vm), line);
    }
  }

  @Test
  void logWarnsThatContentsDoNotMigrate() throws Exception {
    Launcher launcher = start("--dialect", "sp-mem");
    for (Map<String, String> annotations :
        List.of(Map.of(Launcher.CELLS, CELL), Map.<String, String>of())) {
      String vmi = Launcher.vmi(annotations);
      for (String context : List.of("Boot", "MigrationTarget")) {
        launcher.mutate(Launcher.request(Launcher.DOMAIN, vmi, context));
      }
    }
    List<String> warnings =
        logged.toString(UTF_8).lines().filter(l -> l.contains("\"level\":\"warning\"")).toList();
    assertEquals(1, warnings.size());
    assertTrue(
        warnings
            .get(0)
            .contains("\"message\":\"the contents of Specific Purpose Memory do not migrate"),
        warnings.get(0));
  }

  @Test
  void oldServerLeavesTheSocketOfItsSuccessor() throws Exception {
    Path socket = folder.resolve("s");
    Log log = new Log(new PrintStream(logged, true, UTF_8));
    ServerOptions options = ServerOptions.parse(List.of("--socket", socket.toString()));
    PluginServer old = PluginServer.start(options, log);
    Files.delete(socket);
    Launcher launcher = start("--dialect", "sp-mem");
    old.end();
    assertTrue(Files.exists(socket));
    assertTrue(launcher.mutate(CELL).contains("sp-mem"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(socket), files.toList());
    }
  }

  @Test
  void endsWhileItsHealthIsWatched() throws Exception {
    Launcher launcher = start();
    var watch =
        HealthGrpc.newBlockingStub(launcher.channel())
            .watch(HealthCheckRequest.getDefaultInstance());
    assertEquals(ServingStatus.SERVING, watch.next().getStatus());
    long began = System.nanoTime();
    started.remove(0).close();
    assertTrue(System.nanoTime() - began < 10_000_000_000L, "it took more than 10 seconds");
    assertEquals(ServingStatus.NOT_SERVING, watch.next().getStatus());
    var unused = refusal(watch::next);
  }

  @Test
  void tellsItsHealth() throws Exception {
    Launcher launcher = start();
    for (String service :
        List.of(
            "",
            "kubevirt.hooks.plugins.v1alpha1.DomainHookService",
            "kubevirt.hooks.plugins.v1alpha1.LauncherHookService")) {
      assertEquals(
          ServingStatus.SERVING,
          HealthGrpc.newBlockingStub(launcher.channel())
              .check(HealthCheckRequest.newBuilder().setService(service).build())
              .getStatus());
    }
  }
}
