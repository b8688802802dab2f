package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says in which facts a translated domain's topology is not what its ordinary twin promises. */
final class Comparison {
  private Comparison() {}

  /**
   * Every difference that no {@link Allowance} explains, one line each.
   *
   * @param allowances applied to the ordinary side in order, turning it into what is expected
   */
  static List<String> differences(
      Topology ordinary, Topology translated, List<Allowance> allowances) {
    Expected expected = new Expected(ordinary, translated);
    allowances.forEach(allowance -> allowance.apply(expected));
    List<String> differences = new ArrayList<>();
    facts(expected.facts, translated.facts(), differences);
    lists("device", expected.devices, expected.translatedDevices, differences);
    lists("argument", expected.rest, translated.rest(), differences);
    return differences;
  }

  private static void facts(
      Map<String, String> expected, Map<String, String> actual, List<String> into) {
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (String key : keys) {
      String want = expected.getOrDefault(key, "absent");
      String got = actual.getOrDefault(key, "absent");
      if (!want.equals(got)) {
        into.add(key + ": expected " + want + ", translated " + got);
      }
    }
  }

  private static void lists(
      String what, List<String> expected, List<String> actual, List<String> into) {
    List<String> missing = new ArrayList<>(expected);
    actual.forEach(missing::remove);
    List<String> added = new ArrayList<>(actual);
    expected.forEach(added::remove);
    missing.forEach(item -> into.add(what + " gone: " + item));
    added.forEach(item -> into.add(what + " added: " + item));
    if (missing.isEmpty() && added.isEmpty() && !expected.equals(actual)) {
      into.add(what + "s in another order: expected " + expected + ", translated " + actual);
    }
  }

  /** What is expected of the translated side; an allowance edits it, looking at both sides. */
  static final class Expected {
    final NavigableMap<String, String> facts;
    final List<String> devices;
    final List<String> rest;
    final List<String> translatedDevices;
    final Topology translated;

    Expected(Topology ordinary, Topology translated) {
      this.facts = new TreeMap<>(ordinary.facts());
      this.devices = new ArrayList<>(ordinary.devices());
      this.rest = new ArrayList<>(ordinary.rest());
      this.translatedDevices = new ArrayList<>(translated.devices());
      this.translated = translated;
    }

    /** Leaves out, on both sides, root ports and the addresses that libvirt chose. */
    void forgetChosenAddresses() {
      for (List<String> side : List.of(devices, translatedDevices)) {
        side.removeIf(d -> d.contains("driver=pcie-root-port"));
        side.replaceAll(d -> d.replaceAll("(addr=[^,}]*|bus=pcie?\\.\\d+)(, )?", ""));
      }
    }

    /** Takes over a fact of the translated side, whatever it is. */
    void accept(String key) {
      if (translated.facts().containsKey(key)) {
        facts.put(key, translated.fact(key));
      } else {
        facts.remove(key);
      }
    }
  }
}
