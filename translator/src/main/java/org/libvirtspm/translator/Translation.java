package org.libvirtspm.translator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result for one document: the resulting XML, its SPM cells and its problems. Immutable and
 * thread-safe.
 */
public final class Translation {

  private final Optional<String> xml;
  private final List<Problem> problems;
  private final List<SpmCell> cells;
  private final Optional<Target> target;
  private final boolean inStep;

  /**
   * Makes a result; applications get theirs from {@link SpmTranslator}.
   *
   * @param xml the resulting XML; empty if the document is refused
   * @param problems in document order; at least one error if the document is refused
   * @param cells the SPM cells, as far as they can be read
   * @param target the target of the result; empty if none was chosen
   * @param inStep see {@link #inStep()}
   */
  public Translation(
      Optional<String> xml,
      List<Problem> problems,
      List<SpmCell> cells,
      Optional<Target> target,
      boolean inStep) {
    this.xml = xml;
    this.problems = List.copyOf(problems);
    this.cells = List.copyOf(cells);
    this.target = target;
    this.inStep = inStep;
  }

  /** Makes the result for a document that cannot be read at all. */
  public static Translation refused(Problem problem) {
    return new Translation(Optional.empty(), List.of(problem), List.of(), Optional.empty(), false);
  }

  /** True if the document is refused and there is no resulting XML. */
  public boolean isRefused() {
    return xml.isEmpty();
  }

  /**
   * Returns the resulting XML; the unchanged input if there was nothing to do.
   *
   * @throws RefusedException with the problems, if the document is refused
   */
  public String xml() {
    return xml.orElseThrow(() -> new RefusedException(problems));
  }

  /** Returns the resulting XML in UTF-8, in a new array; empty if the document is refused. */
  public Optional<byte[]> document() {
    return xml.map(text -> text.getBytes(UTF_8));
  }

  /**
   * Returns errors and warnings in document order, unmodifiable: the first 100 and, beyond that,
   * one that counts the rest. A refused document has at least one error.
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Returns the SPM cells that the document declares, translated or not, in an unmodifiable list.
   * For a refused document these are the cells that could be read.
   */
  public List<SpmCell> cells() {
    return cells;
  }

  /**
   * Returns the target of the result; empty if the document declares no SPM or was refused before a
   * target was chosen.
   */
  public Optional<Target> target() {
    return target;
  }

  /**
   * True if the document needs no translation: it declares no SPM, or it is already translated for
   * its target. Only a translation finds that out: false for what is undone or only checked.
   */
  public boolean inStep() {
    return inStep;
  }

  @Override
  public String toString() {
    return isRefused() ? "refused, " + problems : "translation of " + cells + ", " + problems;
  }

  /** Returns the same result with more problems appended. */
  public Translation with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new Translation(xml, all, cells, target, inStep);
  }
}
