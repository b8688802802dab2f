package org.libvirtspm.translator.linear;

import static org.libvirtspm.translator.linear.Frame.repeated;
import static org.libvirtspm.translator.linear.Frame.with;

import java.util.List;
import java.util.function.IntFunction;
import org.libvirtspm.translator.linear.Frame.Place;

/** Devices, bindings and arguments that refer to cells, or look like it. */
final class DeviceShapes {
  private static final String QEMU = " xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'";
  private static final String BUS = "<controller type='pci' model='pcie-expander-bus'";
  private static final String NODE = "<target><node>1</node></target>";

  private DeviceShapes() {}

  static List<Shape> all() {
    return List.of(
        devices("host devices", i -> hostdev("")),
        devices("host devices of a node", i -> hostdev("<acpi nodeset='1'/>")),
        devices("host devices of two nodes", i -> hostdev("<acpi nodeset='0-1'/>")),
        devices("host devices of all nodes", i -> hostdev("<acpi nodeset='0-16383'/>")),
        devices("aliased host devices", i -> hostdev(alias(i) + "<acpi nodeset='1'/>")),
        new Shape(
            "host devices beside interfaces",
            n ->
                with(
                        Place.DEVICES,
                        "<interface type='network'/>"
                            + repeated(n, i -> hostdev("<acpi nodeset='1'/>")))
                    .text()),
        devices("expander buses", i -> BUS + " index='" + i + "'>" + NODE + "</controller>"),
        devices("expander buses without index", i -> BUS + ">" + NODE + "</controller>"),
        devices("aliased expander buses", i -> BUS + ">" + alias(i) + NODE + "</controller>"),
        devices("taken aliases", i -> hostdev("<alias name='ua-spm1'/>")),
        devices("memory devices", i -> memory("0", i)),
        devices("memory devices in SPM", i -> memory("1", i)),
        devices("memory balloons", i -> "<memballoon model='virtio'/>"),
        devices("interfaces", i -> "<interface type='hostdev'/>"),
        new Shape("bindings", n -> numatune(repeated(n, i -> memnode(String.valueOf(i))))),
        new Shape("bindings of a node", n -> numatune(repeated(n, i -> memnode("1")))),
        new Shape("bindings of no node", n -> numatune(repeated(n, i -> memnode("x" + i)))),
        new Shape("pages", n -> backing(repeated(n, i -> page("nodeset='1'")))),
        new Shape("pages of two nodes", n -> backing(repeated(n, i -> page("nodeset='0-1'")))),
        new Shape("pages of all nodes", n -> backing(repeated(n, i -> page("nodeset='0-16383'")))),
        new Shape("pages of a size that is none", n -> backing(repeated(n, i -> "<page/>"))),
        new Shape("cells with bindings and pages", DeviceShapes::cellsWithBindingsAndPages),
        new Shape("bindings that no other cell has", DeviceShapes::bindingsOfHalf),
        arguments("arguments", i -> "-name"),
        arguments("arguments that we write", i -> "-numa"),
        arguments("memory devices by argument", i -> i % 2 == 0 ? "-device" : "pc-dimm,node=1"),
        arguments("backends by argument", i -> i % 2 == 0 ? "-object" : "memory-backend-ram,hmem"),
        arguments("taken ids", i -> "id=ram-node" + i),
        new Shape("a long argument", n -> commandline(argument("hmem ".repeat(n / 5)))),
        new Shape("overrides of expander buses", DeviceShapes::overriddenBuses),
        new Shape("indented host devices", DeviceShapes::indented),
        new Shape("a long first line", DeviceShapes::longFirstLine));
  }

  private static Shape devices(String name, IntFunction<String> device) {
    return new Shape(name, n -> with(Place.DEVICES, repeated(n, device)).text());
  }

  private static Shape arguments(String name, IntFunction<String> value) {
    return new Shape(name, n -> commandline(repeated(n, i -> argument(value.apply(i)))));
  }

  private static String commandline(String content) {
    String block = "<q:commandline>" + content + "</q:commandline>";
    return with(Place.ROOT, QEMU).and(Place.TAIL, block).text();
  }

  private static String argument(String value) {
    return "<q:arg value='" + value + "'/>";
  }

  private static String numatune(String content) {
    return with(Place.NUMATUNE, content).text();
  }

  private static String backing(String pages) {
    return with(Place.BACKING, "<hugepages>" + pages + "</hugepages>").text();
  }

  private static String hostdev(String content) {
    return "<hostdev mode='subsystem' type='pci'>" + content + "</hostdev>";
  }

  private static String alias(int i) {
    return "<alias name='ua-d" + i + "'/>";
  }

  private static String memory(String node, int i) {
    return "<memory model='nvdimm'><source><path>/a"
        + i
        + "</path></source><target><size>1</size><node>"
        + node
        + "</node></target></memory>";
  }

  private static String memnode(String cell) {
    return "<memnode cellid='" + cell + "' mode='strict' nodeset='0'/>";
  }

  private static String page(String nodeset) {
    return "<page size='2' unit='M' " + nodeset + "/>";
  }

  /** Each of many cells looks for its binding and its pages. */
  private static String cellsWithBindingsAndPages(int n) {
    return with(
            Place.CELLS, repeated(4096, i -> "<cell id='" + (i + 2) + "' memory='1024' spm='on'/>"))
        .and(Place.NUMATUNE, repeated(n / 2, i -> memnode("x" + i)))
        .and(
            Place.BACKING,
            "<hugepages>" + repeated(n / 2, i -> page("nodeset='900'")) + "</hugepages>")
        .text();
  }

  /** No ordinary cell will do for any SPM cell; the host nodes of all are told together. */
  private static String bindingsOfHalf(int n) {
    return with(Place.CELL, repeated(700, i -> "<cell id='" + (i + 1) + "' memory='1024'/>"))
        .and(
            Place.CELLS,
            repeated(1400, i -> "<cell id='" + (i + 29) + "' memory='2048' spm='on'/>"))
        .and(
            Place.NUMATUNE,
            "<memory nodeset='0"
                + ",0".repeat(n / 2)
                + "'/>"
                + repeated(
                    2700, i -> memnode(String.valueOf(i + 29)).replace("strict", "preferred")))
        .and(Place.BACKING, "<hugepages><page size='" + "0".repeat(n / 2) + "2048'/></hugepages>")
        .text();
  }

  private static String overriddenBuses(int n) {
    String devices =
        repeated(n / 2, i -> "<q:device alias='pci." + i + "'><q:frontend/></q:device>");
    return with(Place.ROOT, QEMU)
        .and(
            Place.DEVICES,
            repeated(n / 2, i -> BUS + " index='" + i + "'>" + NODE + "</controller>"))
        .and(Place.TAIL, "<q:override>" + devices + "</q:override>")
        .text();
  }

  /** Half of it is the space in front of the only argument. */
  private static String indented(int n) {
    String block = "<q:commandline>\n" + " ".repeat(n / 2) + argument("-name") + "</q:commandline>";
    return with(Place.ROOT, QEMU)
        .and(Place.DEVICES, repeated(n / 2, i -> hostdev("<acpi nodeset='1'/>")))
        .and(Place.TAIL, block)
        .text();
  }

  private static String longFirstLine(int n) {
    return "<!--"
        + "x".repeat(n / 2)
        + "-->"
        + with(Place.DEVICES, repeated(n / 2, i -> BUS + ">\n" + NODE + "</controller>")).text();
  }
}
