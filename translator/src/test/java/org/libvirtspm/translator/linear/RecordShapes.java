package org.libvirtspm.translator.linear;

import static org.libvirtspm.translator.linear.Frame.record;
import static org.libvirtspm.translator.linear.Frame.repeated;
import static org.libvirtspm.translator.linear.Frame.translated;
import static org.libvirtspm.translator.linear.Frame.with;

import java.util.List;
import java.util.function.IntFunction;
import org.libvirtspm.translator.linear.Frame.Place;

/** Documents that have been translated, as their record says. */
final class RecordShapes {
  private static final String SPM = "<cell id='1' memory='4' unit='GiB' spm='on'/>";

  private RecordShapes() {}

  static List<Shape> all() {
    return List.of(
        entries("removed bindings", i -> removed("numatune", i, "<memnode cellid='1'/>")),
        entries("removed from the root", i -> removed(".", i, "<a/>")),
        entries("removed on one line", i -> inline("cpu/numa", i, "<a/>")),
        entries("removed cells", i -> "<removed from='cpu/numa' at='0' cell='1'/>"),
        entries("removed twins", i -> removed(".", i, "<numatune><a/></numatune>")),
        entries("removed from what is gone", i -> removed("gone" + i, 0, "<a/>")),
        entries("removed from deep down", i -> removed("a/b" + i + "/c/d/e/f/g/h", 0, "<a/>")),
        entries("removed from nowhere", i -> removed("/".repeat(i % 9), 0, "<a/>")),
        entries("added and gone", i -> added(".", "<a b='" + i + "'/>")),
        entries("resized", i -> "<resized wrote='1' spm='1'><memory>1</memory></resized>"),
        entries("changed", i -> changed("cpu/numa/cell:" + i, i)),
        entries("changed root", i -> changed(".", i)),
        entries("unknown entries", i -> "<a/>"),
        new Shape("a long path", n -> record(removed("a/".repeat(n / 2), 0, "<a/>")).text()),
        new Shape("created names", RecordShapes::created),
        new Shape("removed content", n -> record(removed(".", 0, "<numatune>" + wide(n))).text()),
        devices("removed from host devices", i -> removed("devices/hostdev:" + i, 0, "<acpi/>")),
        devices("removed from a controller", i -> removed("devices/controller:pci.0", i, "<a/>")),
        devices("added to devices", i -> added("devices", "<hostdev/>")),
        devices("added to devices, other", i -> added("devices", "<hostdev a='" + i % 9 + "'/>")),
        devices("changed host devices", i -> changed("devices/hostdev:" + i, 0)),
        new Shape("added with content", RecordShapes::addedContent),
        new Shape("removed between CDATA", RecordShapes::betweenText),
        new Shape("resized digits", RecordShapes::resizedDigits),
        new Shape("changed long attribute", RecordShapes::longAttribute),
        new Shape("additions under a long prefix", RecordShapes::longPrefix),
        new Shape("removed bus targets", RecordShapes::busTargets),
        new Shape("records of one large cell", RecordShapes::largeCell),
        new Shape("native cells", n -> nativeCells(n, i -> i)),
        new Shape("native cells of one id", n -> nativeCells(n, i -> 1)),
        new Shape("native siblings", RecordShapes::nativeSiblings),
        new Shape("namespaces of removed elements", RecordShapes::namespaces),
        new Shape("translated devices", n -> record("").and(Place.DEVICES, hostdevs(n)).text()),
        new Shape("translated depth", RecordShapes::deep),
        new Shape("translated text", n -> record("").and(Place.TOP, "x".repeat(n)).text()),
        new Shape("translated names of one hash", RecordShapes::oneHash));
  }

  private static Shape entries(String name, IntFunction<String> entry) {
    return new Shape(name, n -> record(repeated(n, entry)).text());
  }

  /** Half of it entries, half of it devices that they are about. */
  private static Shape devices(String name, IntFunction<String> entry) {
    return new Shape(
        name, n -> record(repeated(n / 2, entry)).and(Place.DEVICES, hostdevs(n / 2)).text());
  }

  private static String hostdevs(int length) {
    return repeated(length, i -> "<hostdev b='" + i + "'/>");
  }

  private static String wide(int length) {
    return repeated(length, i -> "<a/>") + "</numatune>";
  }

  private static String removed(String from, int at, String content) {
    return "<removed from='" + from + "' at='" + at + "'>" + content + "</removed>";
  }

  private static String inline(String from, int at, String content) {
    return "<removed space='' from='" + from + "' at='" + at + "'>" + content + "</removed>";
  }

  private static String added(String to, String content) {
    return "<added to='" + to + "'>" + content + "</added>";
  }

  private static String changed(String at, int i) {
    return "<changed at='" + at + "' index='0' was=\" a" + i + "='b'\"/>";
  }

  private static String created(int n) {
    return record("")
        .and(
            Place.METADATA,
            Frame.DECLARATION
                .formatted("passthrough", SPM, "")
                .replace("<undo>", "<undo created='" + repeated(n / 2, i -> "a" + i + " ") + "'>"))
        .and(Place.TOP, repeated(n / 2, i -> "<metadata/>"))
        .text();
  }

  private static String addedContent(int n) {
    String half = repeated(n / 3, i -> "<hostdev a='" + i + "'/>");
    return record(added(".", "<a>" + half + "</a>")).and(Place.TOP, "<a>" + half + "</a>").text();
  }

  private static String betweenText(int n) {
    String text = repeated(n / 2, i -> "<![CDATA[x]]>");
    return record(repeated(n / 2, i -> removed("a", 0, "<b/>")))
        .and(Place.TOP, "<a>" + text + "</a>")
        .text();
  }

  private static String resizedDigits(int n) {
    return record(repeated(n / 2, i -> "<resized><maxMemory>1</maxMemory></resized>"))
        .and(Place.TOP, "<maxMemory>" + "1".repeat(n / 2) + "</maxMemory>")
        .text();
  }

  private static String longAttribute(int n) {
    return record(repeated(n / 2, i -> changed("a", 0).replace("a0", "a")))
        .and(Place.TOP, "<a a='" + "x".repeat(n / 2) + "'/>")
        .text();
  }

  private static String longPrefix(int n) {
    String prefix = "q".repeat(n / 2);
    String argument =
        "<p:arg value='-object'/><p:arg value='memory-backend-ram,size=1,id=ram-node1'>"
            + "<a/>".repeat(n / 8)
            + "</p:arg>";
    return record("")
        .and(Place.ROOT, " xmlns:" + prefix + "='http://libvirt.org/schemas/domain/qemu/1.0'")
        .and(
            Place.TAIL,
            ("<p:commandline>" + argument + "</p:commandline>").replace("p:", prefix + ":"))
        .text();
  }

  private static String busTargets(int n) {
    String overrides = repeated(n / 3, i -> "<q:device alias='pci." + i + "'/>");
    return record(
            repeated(n / 3, i -> removed("devices/controller:pci." + i + "/target", 0, "<node/>")))
        .and(Place.ROOT, " xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'")
        .and(Place.DEVICES, repeated(n / 3, i -> "<controller type='pci' index='" + i + "'/>"))
        .and(Place.TAIL, "<q:override>" + overrides + "</q:override>")
        .text();
  }

  /** Many entries put back the same cell. */
  private static String largeCell(int n) {
    String cell = "<cell id='1' memory='4' unit='GiB' spm='on'>" + "<a/>".repeat(n / 8) + "</cell>";
    return translated(
            "passthrough", cell, repeated(n / 2, i -> "<removed from='cpu/numa' at='0' cell='1'/>"))
        .text();
  }

  private static String nativeCells(int n, java.util.function.IntUnaryOperator id) {
    String cells =
        repeated(
            n / 2, i -> "<cell id='" + id.applyAsInt(i) + "' memory='4' unit='GiB' spm='on'/>");
    return translated("native", cells, "").and(Place.CELLS, cells.replace("4", "0")).text();
  }

  private static String nativeSiblings(int n) {
    String cell = "<cell id='1' memory='%s'><distances>%s</distances></cell>";
    String siblings = repeated(n / 2, i -> "<sibling id='" + i + "' value='10'/>");
    return translated("native", cell.formatted("4", siblings), "")
        .and(Place.CELLS, cell.formatted("0", siblings.replace("10", "11")))
        .text();
  }

  /** The root declares as many as it may. */
  private static String namespaces(int n) {
    String declarations = repeated(2000, i -> " xmlns:p" + i + "='u" + i + "'");
    String pages = repeated(n, i -> "<page nodeset='1' size='2' unit='M' p0:a='' p9:b=''/>");
    return with(Place.ROOT, declarations)
        .and(Place.BACKING, "<hugepages>" + pages + "</hugepages>")
        .text();
  }

  private static String deep(int n) {
    int each = n / 500;
    String open = "<a>" + "x".repeat(each);
    return record("").and(Place.TOP, open.repeat(240) + "</a>".repeat(240)).text();
  }

  private static String oneHash(int n) {
    return record("").and(Place.TOP, repeated(n, i -> "<a b='" + oneHashValue(i) + "'/>")).text();
  }

  private static String oneHashValue(int i) {
    StringBuilder value = new StringBuilder();
    for (int bit = 0; bit < 20; bit++) {
      value.append((i >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return value.toString();
  }
}
