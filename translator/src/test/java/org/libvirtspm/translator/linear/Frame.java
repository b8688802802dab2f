package org.libvirtspm.translator.linear;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;

/** A domain of one ordinary and one SPM cell, to be filled at places. */
final class Frame {
  /** A place that can be filled. */
  enum Place {
    ROOT,
    METADATA,
    TOP,
    BACKING,
    NUMATUNE,
    CELL,
    CELLS,
    DEVICES,
    TAIL
  }

  /** What a translated document has in its metadata, but for the record. */
  static final String DECLARATION =
      "<spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0' dialect='spm'"
          + " form='%s' declared='cell'>%s<undo>%s</undo></spm:numa>";

  private static final String CELL = "<cell id='1' memory='4' unit='GiB' spm='on'/>";

  private final Map<Place, String> parts = new EnumMap<>(Place.class);

  private Frame() {}

  static Frame with(Place place, String text) {
    return new Frame().and(place, text);
  }

  /** A translated document with such a record. */
  static Frame record(String entries) {
    return translated("passthrough", CELL, entries);
  }

  /** A translated document with such a declaration. */
  static Frame translated(String form, String cells, String entries) {
    return with(Place.METADATA, DECLARATION.formatted(form, cells, entries)).and(Place.CELL, "");
  }

  Frame and(Place place, String text) {
    parts.put(place, text);
    return this;
  }

  /** Text of at least that length, made of numbered pieces. */
  static String repeated(int length, IntFunction<String> piece) {
    StringBuilder out = new StringBuilder(length + 256);
    for (int i = 0; out.length() < length; i++) {
      out.append(piece.apply(i));
    }
    return out.toString();
  }

  private String part(Place place) {
    return parts.getOrDefault(place, "");
  }

  String text() {
    return String.join(
        "",
        "<domain type='kvm'" + part(Place.ROOT) + ">\n  <name>d</name>\n  <metadata>",
        part(Place.METADATA),
        "</metadata>\n  <memory unit='GiB'>8</memory>\n",
        part(Place.TOP),
        "<memoryBacking>" + part(Place.BACKING) + "</memoryBacking>\n",
        "<numatune>" + part(Place.NUMATUNE) + "</numatune>\n",
        "  <vcpu>2</vcpu>\n  <os firmware='efi'><type machine='q35'>hvm</type></os>\n",
        "  <features><acpi/></features>\n  <cpu>\n    <numa>\n",
        "      <cell id='0' cpus='0-1' memory='4' unit='GiB'/>\n",
        parts.getOrDefault(Place.CELL, CELL),
        part(Place.CELLS),
        "    </numa>\n  </cpu>\n  <devices>\n",
        part(Place.DEVICES),
        "  </devices>\n",
        part(Place.TAIL),
        "</domain>\n");
  }
}
