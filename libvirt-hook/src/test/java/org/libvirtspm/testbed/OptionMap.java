package org.libvirtspm.testbed;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of one option as sorted properties, the same for QEMU's JSON and key=value forms. */
final class OptionMap {
  private static final Pattern SIZE = Pattern.compile("(0x[0-9a-fA-F]+|\\d+)([BKMGTPE]?)");
  private static final Pattern ITEM = Pattern.compile("((?:[^,]|,,)*)(?:,(?!,)|$)");

  /** Properties whose value is a size; QEMU reads one without a suffix as bytes. */
  private static final Set<String> SIZES =
      Set.of("size", "align", "hugetlbsize", "bandwidth", "maxmem", "block-size");

  /** Properties whose value is a list of numbers. */
  private static final Set<String> LISTS = Set.of("host-nodes", "node-affinity", "cpus");

  private OptionMap() {}

  /**
   * Reads either form.
   *
   * @param implied the key of a first item without one, such as {@code qom-type}
   */
  static NavigableMap<String, String> parse(String value, String implied) {
    return value.startsWith("{") ? json(value) : keyed(value, implied);
  }

  private static NavigableMap<String, String> json(String value) {
    NavigableMap<String, String> map = new TreeMap<>();
    JsonObject.walk(value, (key, text) -> merge(map, key, text));
    return map;
  }

  private static NavigableMap<String, String> keyed(String value, String implied) {
    NavigableMap<String, String> map = new TreeMap<>();
    Matcher items = ITEM.matcher(value);
    boolean first = true;
    while (items.find() && items.start() < value.length()) {
      String item = items.group(1).replace(",,", ",");
      int eq = item.indexOf('=');
      String key = eq < 0 ? (first ? implied : item) : item.substring(0, eq);
      merge(map, indexless(key), eq < 0 && !first ? "on" : item.substring(eq + 1));
      first = false;
    }
    return map;
  }

  /** {@code host-nodes.0=1} is a list item too. */
  private static String indexless(String key) {
    return key.replaceAll("\\.\\d+$", "");
  }

  private static void merge(Map<String, String> map, String key, String raw) {
    String value = canonical(key, raw);
    if (!map.containsKey(key)) {
      map.put(key, value);
    } else if (LISTS.contains(key)) {
      map.put(key, NumberList.canonical(map.get(key) + " " + value));
    } else {
      map.put(key, map.get(key) + " " + value);
    }
  }

  private static String canonical(String key, String raw) {
    if (LISTS.contains(key)) {
      return NumberList.canonical(raw);
    }
    return switch (raw) {
      case "true", "yes" -> "on";
      case "false", "no" -> "off";
      default -> SIZES.contains(key) ? bytes(raw) : raw;
    };
  }

  private static String bytes(String raw) {
    Matcher m = SIZE.matcher(raw.toUpperCase(Locale.ROOT).replace("0X", "0x"));
    if (!m.matches()) {
      return raw;
    }
    int shift = m.group(2).isEmpty() ? 0 : 10 * "BKMGTPE".indexOf(m.group(2));
    return String.valueOf(Math.multiplyExact(Long.decode(m.group(1)), 1L << shift));
  }
}
