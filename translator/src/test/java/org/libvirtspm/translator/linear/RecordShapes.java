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
        entries("removed from the root", i -> removed(".", i, "<numatune/>")),
        entries("removed on one line", i -> inline("cpu/numa", i, "<cell/>")),
        entries("removed cells", i -> "<removed from='cpu/numa' at='0' cell='1'/>"),
        entries("removed twins", i -> removed(".", i, "<numatune><a/></numatune>")),
        entries("removed from what is gone", i -> removed("devices/hostdev:" + i, 0, "<acpi/>")),
        entries("removed from deep down", i -> removed(distances(i), 0, "<sibling/>")),
        entries("removed from nowhere", i -> removed("/".repeat(i % 9), 0, "<a/>")),
        entries("added and gone", i -> added("devices", "<memballoon b='" + i + "'/>")),
        entries("resized", i -> "<resized wrote='1' spm='1'><memory>1</memory></resized>"),
        entries("changed", i -> changed("cpu/numa/cell:" + i, "memory")),
        entries("refused changes", i -> changed(".", "a" + i)),
        entries("unknown entries", i -> "<a/>"),
        entries("refused removals", i -> removed("a" + i, 0, "<a/>")),
        new Shape("a refused path", n -> record(removed("a/".repeat(n / 2), 0, "<a/>")).text()),
        new Shape(
            "a long key", n -> record(removed(distances("a".repeat(n)), 0, "<sibling/>")).text()),
        new Shape("created names", RecordShapes::created),
        new Shape("removed content", n -> record(removed(".", 0, "<numatune>" + wide(n))).text()),
        devices("removed from host devices", i -> removed("devices/hostdev:" + i, 0, "<acpi/>")),
        devices(
            "removed from a controller", i -> removed("devices/controller:pci.0", i, "<alias/>")),
        devices("added to host devices", i -> added("devices/hostdev:" + i, "<alias/>")),
        devices("added to one host device", i -> added("devices/hostdev:0", "<alias/>")),
        new Shape("added cells", n -> addedCells(n, i -> "")),
        new Shape("added cells, other", n -> addedCells(n, i -> " a='" + i % 9 + "'")),
        devices("changed host devices", i -> changed("devices/hostdev:" + i + "/acpi", "nodeset")),
        new Shape("mirrored distances", RecordShapes::mirroredDistances),
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
        new Shape("caches of a long id", n -> longId(n, "passthrough", "cell")),
        new Shape("a native cell of a long id", n -> longId(n, "native", "cell")),
        new Shape("a made cell of a long id", n -> longId(n, "native", "metadata")),
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

  private static String changed(String at, String name) {
    return "<changed at='" + at + "' index='0' was=\" " + name + "='b'\"/>";
  }

  private static String distances(Object cell) {
    return "cpu/numa/cell:" + cell + "/distances";
  }

  private static String addedCells(int n, IntFunction<String> attribute) {
    IntFunction<String> cell = i -> "<cell id='" + (i + 2) + "'" + attribute.apply(i) + "/>";
    return record(repeated(n / 2, i -> added("cpu/numa", cell.apply(i))))
        .and(Place.CELLS, repeated(n / 2, cell))
        .text();
  }

  /**
   * The cells of the native form are made of those in the metadata, and of what libvirt mirrors.
   */
  private static String mirroredDistances(int n) {
    String siblings = repeated(n / 3, i -> "<sibling id='0' value='10'/>");
    String declaration =
        Frame.DECLARATION
            .replace("'cell'", "'metadata'")
            .formatted("native", SPM, repeated(n / 3, i -> added("cpu/numa", "<cell id='1'/>")));
    return with(Place.METADATA, declaration)
        .and(Place.CELL, "<cell id='1' memory='0'><distances>" + siblings + "</distances></cell>")
        .text();
  }

  private static String created(int n) {
    return record("")
        .and(
            Place.METADATA,
            Frame.DECLARATION
                .formatted("passthrough", SPM, "")
                .replace(
                    "<undo>", "<undo created='" + repeated(n / 2, i -> "id:" + i + " ") + "'>"))
        .and(Place.TOP, repeated(n / 2, i -> "<metadata/>"))
        .text();
  }

  private static String addedContent(int n) {
    String half = repeated(n / 3, i -> "<latency a='" + i + "'/>");
    String content = "<interconnects>" + half + "</interconnects>";
    return record(added("cpu/numa", content)).and(Place.CELLS, content).text();
  }

  private static String betweenText(int n) {
    String text = repeated(n / 2, i -> "<![CDATA[x]]>");
    return record(repeated(n / 2, i -> removed("numatune", 0, "<memnode/>")))
        .and(Place.NUMATUNE, text)
        .text();
  }

  private static String resizedDigits(int n) {
    String resized = "<resized wrote='1' spm='4194304'><maxMemory>1</maxMemory></resized>";
    return record(repeated(n / 2, i -> resized))
        .and(Place.TOP, "<maxMemory>" + "1".repeat(n / 2) + "</maxMemory>")
        .text();
  }

  private static String longAttribute(int n) {
    String page =
        "<hugepages><page size='2' unit='M' nodeset='" + "1".repeat(n / 2) + "'/></hugepages>";
    return record(repeated(n / 2, i -> changed("memoryBacking/hugepages/page:2048", "nodeset")))
        .and(Place.BACKING, page)
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

  /** Everything that is said of a cell names it. */
  private static String longId(int n, String form, String declared) {
    String id = "a".repeat(n / 8);
    String start = "<cell id='" + id + "' memory='4' unit='GiB' spm='on'>";
    String siblings = repeated(n / 8, i -> "<sibling id='" + i + "' value='9'/>");
    String caches = repeated(n / 8, i -> "<cache level='" + i + "'/>");
    String said = "<distances>" + siblings + "</distances>" + caches + "</cell>";
    boolean isMade = declared.equals("metadata");
    String added = isMade ? added("cpu/numa", "<cell id='" + id + "'/>") : "";
    return with(
            Place.METADATA,
            Frame.DECLARATION
                .replace("'cell'", "'" + declared + "'")
                .formatted(form, start + (isMade ? "</cell>" : said), added))
        .and(Place.CELL, "<cell id='" + id + "' memory='0'>" + (isMade ? said : "</cell>"))
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
