package org.libvirtspm.translator.internal.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Removes the remains of an earlier translation from a document that an engine has parsed and
 * rewritten, and whose record is lost. If any remains are found, all {@code -numa} and {@code -m}
 * arguments belong to the translation too, since it refuses those of users.
 */
final class Leftovers {

  private static final Pattern ALIAS = Pattern.compile("ua-spm([0-9]+|-pxb[0-9]+|-hostdev[0-9]+)");
  private static final Pattern OBJECT =
      Pattern.compile(
          "[a-z-]+,(?:.*,)?id=(?:(?:tc-)?ram-node[0-9]+|ua-spm[0-9]+|spm-gi-)[^,]*.*",
          Pattern.DOTALL);
  private static final Pattern MARKED = Pattern.compile("node,nodeid=[0-9]+,.*memdev=ram-node.*");

  /** Models of the memory devices that carry SPM. */
  private static final Set<String> MODELS = Set.of("dimm", "nvdimm");

  private final Element root;
  private final Editor editor;
  private final List<Element> arguments;

  /** Searches a document; removals go to the editor. */
  Leftovers(Element root, Editor editor) {
    this.root = root;
    this.editor = editor;
    this.arguments = Domain.qemuArguments(root);
  }

  private Stream<Element> overrides() {
    return root.elements().stream()
        .filter(e -> e.is(Domain.QEMU, "override"))
        .flatMap(e -> e.elements().stream());
  }

  /**
   * Removes the remains.
   *
   * @throws MalformedException if the engine merged them with content that cannot be separated
   */
  void remove(Request request) throws MalformedException {
    List<Element> carriers = carriers(request);
    boolean passedThrough = arguments.stream().anyMatch(a -> isOption(a, "-numa"));
    int made = (int) arguments.stream().filter(Leftovers::isDevice).count();
    if (!carriers.isEmpty()) {
      carriers.forEach(editor::remove);
      overrides().filter(d -> isOurs(d.value("alias"))).forEach(editor::remove);
      List<Element> emptied = passedThrough ? List.of() : emptyCells(request);
      emptied.forEach(editor::remove);
      made = Math.max(made, passedThrough ? request.size() : emptied.size());
    }
    if (made > 0) {
      shrinkRoom(made);
    }
    if (!carriers.isEmpty() || arguments.stream().anyMatch(Leftovers::isEvidence)) {
      removeArguments();
    }
  }

  /**
   * Memory devices with our alias, or with the size of a requested cell on a cell without memory.
   */
  private List<Element> carriers(Request request) {
    Set<Long> sizes = request.sizesKib();
    Set<String> empty = emptyCells().map(Leftovers::id).collect(Collectors.toSet());
    return root.elements("devices").stream()
        .flatMap(d -> d.elements("memory").stream())
        .filter(
            m ->
                isOurs(m.child("alias").flatMap(a -> a.value("name")))
                    || (MODELS.contains(m.value("model").orElse(""))
                        && sizes.contains(MemoryDeviceSizes.kib(m))
                        && m.descend("target", "node")
                            .filter(n -> empty.contains(n.text()))
                            .isPresent()))
        .toList();
  }

  private static boolean isOurs(Optional<String> alias) {
    return alias.filter(a -> ALIAS.matcher(a).matches()).isPresent();
  }

  private Stream<Element> cells() {
    return root.descend("cpu", "numa").stream().flatMap(n -> n.elements("cell").stream());
  }

  private Stream<Element> emptyCells() {
    return cells().filter(c -> c.value("memory").orElse("0").equals("0"));
  }

  private static String id(Element cell) {
    return cell.value("id").orElse("");
  }

  /**
   * Cells without memory that have a requested id, and the last others, one for each request
   * without an id.
   */
  private List<Element> emptyCells(Request request) {
    List<Element> ours = new ArrayList<>();
    List<Element> others = new ArrayList<>();
    emptyCells().forEach(c -> (request.ids().contains(id(c)) ? ours : others).add(c));
    others.stream()
        .sorted(Comparator.comparingInt(Leftovers::number).reversed())
        .limit(request.unnumbered())
        .forEach(ours::add);
    return ours;
  }

  private static int number(Element cell) {
    return Digits.are(id(cell), 9) ? Integer.parseInt(id(cell)) : -1;
  }

  /** Removes one slot per cell from {@code <maxMemory>}. */
  private void shrinkRoom(int cells) {
    for (Element room : root.elements("maxMemory")) {
      Optional<Attribute> slots = room.attribute("slots").filter(s -> Digits.are(s.value(), 9));
      int left = slots.map(s -> Integer.parseInt(s.value()) - cells).orElse(0);
      if (left > 0) {
        editor.setValue(slots.orElseThrow(), String.valueOf(left));
      } else {
        editor.remove(room);
      }
    }
  }

  private static String value(Element argument) {
    return argument.value("value").orElse("");
  }

  private static boolean isOption(Element argument, String... options) {
    return List.of(options).contains(value(argument));
  }

  private static boolean isDevice(Element argument) {
    return value(argument).startsWith("sp-mem,id=" + GivenNames.DEVICE);
  }

  private static boolean isEvidence(Element argument) {
    return OBJECT.matcher(value(argument)).matches() || MARKED.matcher(value(argument)).matches();
  }

  private void removeArguments() throws MalformedException {
    for (int i = 0; i + 1 < arguments.size(); i++) {
      String value = value(arguments.get(i + 1));
      if (isOption(arguments.get(i), "-numa", "-m")
          || (isOption(arguments.get(i), "-object", "-device") && OBJECT.matcher(value).matches())
          || (isOption(arguments.get(i), "-machine") && value.equals("hmat=on"))) {
        check(value);
        editor.remove(arguments.get(i));
        editor.remove(arguments.get(++i));
      }
    }
  }

  private static void check(String value) throws MalformedException {
    if (value.contains("id=spm-gi-")) {
      throw new MalformedException(
          "argument '"
              + Excerpt.of(value)
              + "' stands for the <acpi nodeset> of a host device, which the engine has lost: "
              + Remedy.of("use libvirt 12, where it stays"),
          1,
          1);
    }
  }
}
