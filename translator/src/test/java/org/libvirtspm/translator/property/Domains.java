package org.libvirtspm.translator.property;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates domains that declare SPM, indented as libvirt indents. */
final class Domains {
  private static final String HEAD =
      """
      <domain type='kvm'>
        <name>any</name>
        <memory unit='GiB'>64</memory>
      """;
  private static final String OS =
      """
        <vcpu>4</vcpu>
      %s  <os firmware='efi'>
          <type arch='x86_64' machine='q35'>hvm</type>
        </os>
        <features>
          <acpi/>
        </features>
      """;

  private Domains() {}

  /** Any domain, of two to six cells, which may be without ids, or without {@code <numa>}. */
  static Arbitrary<String> any() {
    Arbitrary<String> withIds =
        Combinators.combine(
                ordinary().list().ofMinSize(1).ofMaxSize(3),
                special().list().ofMinSize(1).ofMaxSize(3),
                backing(),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                devices())
            .as(Domains::document);
    Arbitrary<String> withoutIds = withIds.map(d -> d.replaceAll("<cell id='[0-9]+'", "<cell"));
    return Arbitraries.oneOf(withIds, withoutIds, withoutIds.map(Domains::withoutNuma));
  }

  /** The same with its SPM cells in the metadata, and its memory and vCPUs in place of the rest. */
  static String withoutNuma(String document) {
    String cells =
        document
            .substring(document.indexOf("    <numa>\n"), document.indexOf("    </numa>\n"))
            .replaceAll("(?m)^      <cell(?![^>]*spm='on')[^>]*/>\n", "")
            .replaceAll("(?ms)^      <cell(?![^>]*spm='on')[^>]*[^/]>.*?^      </cell>\n", "")
            .replace("    <numa>\n", "");
    String metadata =
        "  <metadata>\n    <spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>\n"
            + cells
            + "    </spm:numa>\n  </metadata>\n";
    return document
        .replaceAll("(?s)  <cpu>\n.*?  </cpu>\n", "")
        .replace("  <name>any</name>\n", "  <name>any</name>\n" + metadata);
  }

  private static Arbitrary<String> ordinary() {
    return Arbitraries.of(
        "memory='4' unit='GiB'",
        "memory='4096' unit='MiB'",
        "memory='4194304'",
        "memory='6' unit='GiB' memAccess='shared'",
        "memory='8' unit='GiB' discard='yes'");
  }

  private static Arbitrary<String> special() {
    return Arbitraries.of(
        "memory='4' unit='GiB'",
        "memory='2' unit='g'",
        "memory='1048576' unit='KiB' discard='no'",
        "memory='4' unit='GiB' memAccess='shared'");
  }

  private static Arbitrary<String> backing() {
    return Arbitraries.of(
        "",
        "<source type='memfd'/>",
        "<hugepages/>",
        "<allocation mode='immediate' threads='2'/>",
        "<locked/>",
        "<access mode='shared'/>",
        "<discard/>");
  }

  private static Arbitrary<String> devices() {
    return Arbitraries.of(
            "<memballoon model='none'/>",
            "<memballoon model='virtio'/>",
            "<console type='pty'/>",
            "<hostdev mode='subsystem' type='pci'/>",
            "<controller type='pci' index='7' model='pcie-expander-bus'/>")
        .set()
        .ofMinSize(1)
        .ofMaxSize(3)
        .filter(s -> s.stream().filter(d -> d.startsWith("<memballoon")).count() < 2)
        .map(s -> s.stream().sorted().map(d -> "    " + d + "\n").collect(Collectors.joining()));
  }

  private static String document(
      List<String> ordinary,
      List<String> special,
      String backing,
      boolean distances,
      boolean bound,
      String devices) {
    int count = ordinary.size() + special.size();
    String cells =
        IntStream.range(0, count)
            .mapToObj(i -> cell(i, ordinary, special, distances))
            .collect(Collectors.joining());
    String memory =
        backing.isEmpty() ? "" : "  <memoryBacking>\n    " + backing + "\n  </memoryBacking>\n";
    String tune =
        bound ? "  <numatune>\n    <memory mode='strict' nodeset='0-1'/>\n  </numatune>\n" : "";
    return HEAD
        + memory
        + OS.formatted(tune)
        + "  <cpu>\n    <numa>\n"
        + cells
        + "    </numa>\n  </cpu>\n  <devices>\n"
        + devices
        + "  </devices>\n</domain>\n";
  }

  private static String cell(
      int id, List<String> ordinary, List<String> special, boolean distances) {
    boolean spm = id >= ordinary.size();
    String attributes = spm ? special.get(id - ordinary.size()) : ordinary.get(id);
    String cpus = id == 0 ? " cpus='0-3'" : "";
    String tag = "      <cell id='" + id + "'" + cpus + " " + attributes + (spm ? " spm='on'" : "");
    if (!distances || id == 0) {
      return tag + "/>\n";
    }
    return tag
        + ">\n        <distances>\n          <sibling id='0' value='"
        + (20 + id)
        + "'/>\n        </distances>\n      </cell>\n";
  }
}
