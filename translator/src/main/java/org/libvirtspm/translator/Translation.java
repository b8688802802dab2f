package org.libvirtspm.translator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to say about one document: what became of it, its SPM cells and its problems.
 *
 * <p>A value that does not change, for any number of threads.
 */
public final class Translation {

  private final Optional<String> xml;
  private final List<Problem> problems;
  private final List<SpmCell> cells;
  private final Optional<Target> target;
  private final boolean inStep;

  /**
   * Makes an answer; {@link SpmTranslator} is what gives them.
   *
   * @param xml the result; empty when the document is refused
   * @param problems in document order; at least one error when it is refused
   * @param cells the SPM cells as far as they can be read
   * @param target what it was translated for; empty when nothing had to be chosen
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

  /** The answer to a document that cannot be read at all. */
  public static Translation refused(Problem problem) {
    return new Translation(Optional.empty(), List.of(problem), List.of(), Optional.empty(), false);
  }

  /** True when the document is refused, so that there is no result. */
  public boolean isRefused() {
    return xml.isEmpty();
  }

  /**
   * The resulting XML. It is the very input where there was nothing to do.
   *
   * @throws RefusedException with the problems, when the document is refused
   */
  public String xml() {
    return xml.orElseThrow(() -> new RefusedException(problems));
  }

  /** The resulting XML in UTF-8; empty when the document is refused. */
  public Optional<byte[]> document() {
    return xml.map(text -> text.getBytes(UTF_8));
  }

  /** Errors and warnings in document order, a hundred at most; a refused document has an error. */
  public List<Problem> problems() {
    return problems;
  }

  /** The SPM cells that the document declares, translated or not; as far as readable if refused. */
  public List<SpmCell> cells() {
    return cells;
  }

  /** What the result is for; empty when the document declares no SPM, or was refused before. */
  public Optional<Target> target() {
    return target;
  }

  /**
   * True when the document needs no translation: it declares no SPM, or is translated for its
   * target already.
   */
  public boolean inStep() {
    return inStep;
  }

  /** The same answer with more problems behind its own. */
  public Translation with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new Translation(xml, all, cells, target, inStep);
  }
}
