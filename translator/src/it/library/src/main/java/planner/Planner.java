package planner;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.SpmTranslator;
import org.libvirtspm.translator.Translation;

/** Plans the memory of guests. */
final class Planner {
  private final Logger log = Logger.getLogger("planner");
  final Map<Integer, String> plans = new TreeMap<>();

  private void plan(int node, long bytes, String path) {
    plans.put(node, bytes + " " + path);
  }

  /** Translates a domain there and back. */
  String[] thereAndBack(String xml) {
    SpmTranslator translator =
        SpmTranslator.forTarget(Dialect.named("sp-mem"), LibvirtVersion.parse("12.8.0"));
    Translation done = translator.translate(xml);
    done.problems().forEach(p -> log.warning(p.format("guest.xml")));
    String ready = done.xml(); // throws RefusedException, with the problems, when refused
    done.cells().forEach(c -> plan(c.id(), c.sizeBytes(), c.path().orElse("the host's memory")));
    String back = translator.untranslate(ready).xml();
    return new String[] {ready, back};
  }
}
