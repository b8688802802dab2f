package planner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.RefusedException;
import org.libvirtspm.translator.SpmTranslator;

/** What the library does for a project that has only its coordinates. */
class PlannerTest {

  private static String domain(String memory) {
    return """
        <domain type='kvm'>
          <name>apu</name>
          <memory unit='GiB'>20</memory>
          <vcpu>4</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/></features>
          <cpu mode='host-passthrough'>
            <numa>
              <cell id='0' cpus='0-3' memory='4' unit='GiB'/>
              <cell id='1' memory='%s' unit='GiB' spm='on'>
                <source><path>/dev/dax0.0</path></source>
                <distances><sibling id='0' value='20'/></distances>
              </cell>
            </numa>
          </cpu>
        </domain>
        """
        .formatted(memory);
  }

  @Test
  void goesThereAndBack() {
    Planner planner = new Planner();
    String[] done = planner.thereAndBack(domain("16"));
    assertTrue(done[0].contains("value='sp-mem'"), done[0]);
    assertEquals(domain("16"), done[1]);
    assertEquals(Map.of(1, (16L << 30) + " /dev/dax0.0"), planner.plans);
  }

  @Test
  void refusesInOneSentence() {
    RefusedException e =
        assertThrows(RefusedException.class, () -> new Planner().thereAndBack(domain("much")));
    assertEquals("declaration", e.problems().get(0).code());
  }

  @Test
  void needsNoContextClassLoader() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try (URLClassLoader foreign = new URLClassLoader(new URL[0], null)) {
      thread.setContextClassLoader(foreign);
      goesThereAndBack();
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  @Test
  void servesManyThreads() throws Exception {
    String[] once = new Planner().thereAndBack(domain("16"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String[]> one = () -> new Planner().thereAndBack(domain("16"));
      for (Future<String[]> all : threads.invokeAll(Stream.generate(() -> one).limit(100).toList())) {
        assertArrayEquals(once, all.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isAModuleThatKeepsItsInsides() {
    Module library = SpmTranslator.class.getModule();
    // The build runs these tests on the module path, then on the class path.
    assertEquals(Boolean.getBoolean("modules"), library.isNamed());
    assertEquals(
        !library.isNamed(),
        library.isExported("org.libvirtspm.translator.internal", PlannerTest.class.getModule()));
    assertFalse(library.isNamed() && library.getDescriptor().isAutomatic());
  }
}
