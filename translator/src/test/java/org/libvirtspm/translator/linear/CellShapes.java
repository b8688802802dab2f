package org.libvirtspm.translator.linear;

import static org.libvirtspm.translator.linear.Frame.repeated;
import static org.libvirtspm.translator.linear.Frame.with;

import java.util.List;
import java.util.function.IntFunction;
import org.libvirtspm.translator.linear.Frame.Place;

/** Cells and what stands in them, good and bad. */
final class CellShapes {
  private static final String LATENCY =
      "<latency initiator='0' target='1' %s type='access' value='%d'/>";

  private CellShapes() {}

  static List<Shape> all() {
    return List.of(
        memory("digits", n -> "1".repeat(n)),
        memory("zeros in front of digits", n -> "0".repeat(n) + "4"),
        memory("letters for digits", n -> "x".repeat(n)),
        new Shape("digits of maxMemory", n -> top("<maxMemory>" + "9".repeat(n) + "</maxMemory>")),
        spm("digits of an alignment", n -> source("<alignsize>" + "1".repeat(n) + "</alignsize>")),
        spm("zeros of an alignment", n -> source(path("/a") + size("0".repeat(n) + "2048"))),
        spm("a path", n -> source(path("/" + "a".repeat(n)))),
        spm("a path of commas", n -> source(path("/" + ",".repeat(n)))),
        spm("a path of folders", n -> source(path("/a".repeat(n / 2)))),
        spm("paths", n -> source(repeated(n, i -> path("/a" + i)))),
        spm("a bad path", n -> source(path("\u0080".repeat(n / 2)))),
        spm("a nodemask", n -> source("<nodemask>0" + ",0-9".repeat(n / 4) + "</nodemask>")),
        spm("sources", n -> repeated(n, i -> source(path("/a")))),
        spm("unknown elements", n -> repeated(n, i -> "<a/>")),
        spm("text", n -> "x".repeat(n)),
        spm("siblings", n -> distances(repeated(n, i -> sibling(0, 20)))),
        spm("bad siblings", n -> distances(repeated(n, i -> sibling(i, 1)))),
        spm("caches", n -> repeated(n, i -> cache(i % 3 + 1))),
        spm("bad caches", n -> repeated(n, i -> "<cache/>")),
        cells("cells", n -> repeated(n, i -> cell(i + 2, "spm='on'"))),
        cells("cells of one id", n -> repeated(n, i -> cell(1, "spm='on'"))),
        cells("cells without an id", n -> repeated(n, i -> "<cell memory='1'/>")),
        cells("ordinary cells of one id", n -> repeated(n, i -> cell(0, ""))),
        cells("marks that are wrong", n -> repeated(n, i -> cell(i, "spm='x'"))),
        cells("latencies", n -> links(repeated(n, i -> LATENCY.formatted("", i + 1)))),
        cells("latencies without a value", n -> links(repeated(n, i -> "<latency/>"))),
        new Shape("latencies of a cache", CellShapes::latenciesOfCaches),
        new Shape(
            "cells in the metadata", n -> declared(repeated(n, i -> cell(i, "spm='on'")), "")),
        new Shape(
            "latencies in the metadata",
            n -> declared("", links(repeated(n, i -> LATENCY.formatted("", i + 1))))),
        new Shape(
            "declarations in the metadata",
            n ->
                with(
                        Place.METADATA,
                        repeated(
                            n, i -> "<numa xmlns='https://libvirt-spm.org/xmlns/domain/1.0'/>"))
                    .text()));
  }

  private static Shape memory(String name, IntFunction<String> digits) {
    return new Shape(
        name,
        n -> with(Place.CELL, "<cell id='1' spm='on' memory='" + digits.apply(n) + "'/>").text());
  }

  private static Shape spm(String name, IntFunction<String> content) {
    return new Shape(
        name + " in a cell",
        n ->
            with(
                    Place.CELL,
                    "<cell id='1' memory='4' unit='GiB' spm='on'>" + content.apply(n) + "</cell>")
                .text());
  }

  private static Shape cells(String name, IntFunction<String> content) {
    return new Shape(name, n -> with(Place.CELLS, content.apply(n)).text());
  }

  private static String top(String content) {
    return with(Place.TOP, content).text();
  }

  /** Half of it caches of a level, half of it latencies of another. */
  private static String latenciesOfCaches(int n) {
    String cell =
        "<cell id='1' memory='4' unit='GiB' spm='on'>"
            + repeated(n / 2, i -> cache(1))
            + cache(2)
            + "</cell>";
    String links = links(repeated(n / 2, i -> LATENCY.formatted("cache='2'", i + 1)));
    return with(Place.CELL, cell).and(Place.CELLS, links).text();
  }

  private static String declared(String cells, String rest) {
    return with(
            Place.METADATA,
            "<s:numa xmlns:s='https://libvirt-spm.org/xmlns/domain/1.0'>"
                + "<cell id='1' memory='4' unit='GiB'/>"
                + cells
                + rest
                + "</s:numa>")
        .and(Place.CELL, "")
        .text();
  }

  private static String links(String content) {
    return "<interconnects>" + content + "</interconnects>";
  }

  private static String source(String content) {
    return "<source>" + content + "</source>";
  }

  private static String path(String path) {
    return "<path>" + path + "</path>";
  }

  private static String size(String kib) {
    return "<alignsize>" + kib + "</alignsize>";
  }

  private static String distances(String content) {
    return "<distances>" + content + "</distances>";
  }

  private static String sibling(int id, int value) {
    return "<sibling id='" + id + "' value='" + value + "'/>";
  }

  private static String cell(int id, String mark) {
    return "<cell id='" + id + "' memory='1' unit='GiB' " + mark + "/>";
  }

  private static String cache(int level) {
    return "<cache level='"
        + level
        + "' associativity='full' policy='none'><size value='1'/><line value='1'/></cache>";
  }
}
