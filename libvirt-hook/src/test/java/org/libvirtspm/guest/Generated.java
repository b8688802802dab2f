package org.libvirtspm.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Domains drawn by a seed, all of which a guest can boot from on a small machine. */
final class Generated {

  private static final int[] SIZES_MIB = {64, 126, 192, 256};
  private static final String[] BACKINGS = {
    "",
    "<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>",
    "<memoryBacking><allocation mode='immediate'/></memoryBacking>",
    "<memoryBacking><nosharepages/></memoryBacking>"
  };

  private final Random random;
  private final int ordinary;
  private final int nodes;

  private Generated(long seed) {
    this.random = new Random(seed);
    this.ordinary = 1 + random.nextInt(2);
    this.nodes = ordinary + 1 + random.nextInt(3);
  }

  /** So many domains, by name. */
  static Map<String, byte[]> domains(int count, long seed) {
    Map<String, byte[]> domains = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      domains.put("generated" + (seed + i), new Generated(seed + i).domain());
    }
    return domains;
  }

  private byte[] domain() {
    String machine = random.nextInt(4) == 0 ? "pc" : "q35";
    String backing = BACKINGS[random.nextInt(BACKINGS.length)];
    boolean distances = random.nextBoolean();
    List<String> parts = new ArrayList<>();
    for (int id = 0; id < nodes; id++) {
      parts.add(cell(id, distances));
    }
    // Without them Linux takes special nodes side by side for one device.
    if (nodes - ordinary > 1 || random.nextBoolean()) {
      parts.add(interconnects());
    }
    String devices = random.nextBoolean() ? "" : "<memballoon model='virtio'/>";
    return Documents.domain(
        machine, "firmware='efi'", backing, String.join("\n      ", parts), devices);
  }

  private String cell(int id, boolean distances) {
    boolean special = id >= ordinary;
    int mib = special ? SIZES_MIB[random.nextInt(SIZES_MIB.length)] : id == 0 ? 256 : 128;
    String source =
        special && random.nextBoolean()
            ? "<source><path>/dev/dax"
                + id
                + ".0</path><alignsize unit='MiB'>2</alignsize></source>"
            : "";
    return "<cell id='%d'%s memory='%d' unit='MiB'%s>%s%s</cell>"
        .formatted(
            id,
            special ? "" : " cpus='" + (ordinary == 1 ? "0-1" : id) + "'",
            mib,
            special ? " spm='on'" : "",
            source,
            distances ? distances(id) : "");
  }

  /** As far from one node to another as back. */
  private String distances(int id) {
    StringBuilder siblings = new StringBuilder("<distances>");
    for (int other = 0; other < nodes; other++) {
      int value = other == id ? 10 : 11 + (other + id) * 7 % 30;
      siblings.append("<sibling id='%d' value='%d'/>".formatted(other, value));
    }
    return siblings + "</distances>";
  }

  /** Each pair once: libvirt takes the way back for the same link. */
  private String interconnects() {
    StringBuilder all = new StringBuilder("<interconnects>");
    for (int from = 0; from < ordinary; from++) {
      for (int to = from; to < nodes; to++) {
        all.append(interconnect("latency", from, to, 10 * (1 + random.nextInt(30)), ""));
        all.append(interconnect("bandwidth", from, to, 1 + random.nextInt(900), " unit='GiB'"));
      }
    }
    return all + "</interconnects>";
  }

  private static String interconnect(String name, int from, int to, int value, String unit) {
    return "<%s initiator='%d' target='%d' type='access' value='%d'%s/>"
        .formatted(name, from, to, value, unit);
  }
}
