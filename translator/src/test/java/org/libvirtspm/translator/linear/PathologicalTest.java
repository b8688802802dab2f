package org.libvirtspm.translator.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Twice the document is twice the work at most, whatever it is made of. What is compared is the
 * same thread's work on documents of four sizes: its allocations, which are always the same, and
 * its processor time, of which the best of some runs counts.
 */
class PathologicalTest {
  /** Of the largest document in KiB; with 4096 the test takes some minutes. */
  private static final int LARGEST_KIB = Integer.getInteger("linear.largest", 256);

  private static final int SIZES = 4;

  /** From one size to the next: linear work grows so too, quadratic work by the square. */
  private static final int GROWTH = 4;

  private static final double MAX_MEMORY_GROWTH = Math.pow(GROWTH, 1.25);
  private static final double MAX_TIME_GROWTH = Math.pow(GROWTH, 1.5);

  /** Bytes for each byte of the document that are no growth: a buffer that is made or not. */
  private static final int BUFFER = 16;

  /** A first run has classes to load and code to compile. */
  private static final int RUNS = 4;

  private static final long READING = readingNanos();

  @TestFactory
  Stream<DynamicTest> everyShape() {
    return Shape.all().stream().map(s -> dynamicTest(s.name(), () -> isLinear(s)));
  }

  @Test
  void thereAreEnoughShapes() {
    List<String> names = Shape.all().stream().map(Shape::name).toList();
    assertTrue(names.size() > 100, "the shapes are gone");
    assertEquals(names.size(), names.stream().distinct().count(), "two have one name");
  }

  private static void isLinear(Shape shape) {
    List<Map<String, Work>> best = runs(shape, SIZES);
    List<String> found = grownTooMuch(best);
    for (int run = 1; run < RUNS && !found.isEmpty(); run++) {
      List<Map<String, Work>> last = runs(shape, 2);
      keepBetter(best.subList(SIZES - 2, SIZES), last);
      found = grownTooMuch(best);
    }
    if (!found.isEmpty()) {
      found = grownOnceMore(shape, best);
    }
    assertEquals(List.of(), found, shape.name());
  }

  /**
   * Quadratic work is so from each size to the next. A cost that begins at one size, such as the
   * fresh pages of an array too large for the thread's own part of the heap, is not.
   */
  private static List<String> grownOnceMore(Shape shape, List<Map<String, Work>> best) {
    best.remove(0);
    best.add(Steps.of(shape.document(LARGEST_KIB * GROWTH * 1024)));
    return grownTooMuch(best, GROWTH);
  }

  /** Runs on the largest of the sizes, the smaller first. */
  private static List<Map<String, Work>> runs(Shape shape, int count) {
    List<Map<String, Work>> runs = new ArrayList<>();
    for (int smaller = count - 1; smaller >= 0; smaller--) {
      int kib = LARGEST_KIB / (int) Math.pow(GROWTH, smaller);
      runs.add(Steps.of(shape.document(kib * 1024)));
    }
    return runs;
  }

  private static void keepBetter(List<Map<String, Work>> best, List<Map<String, Work>> last) {
    for (int i = 0; i < best.size(); i++) {
      Map<String, Work> kept = best.get(i);
      last.get(i).forEach((step, work) -> kept.merge(step, work, Work::better));
    }
  }

  private static List<String> grownTooMuch(List<Map<String, Work>> sizes) {
    return grownTooMuch(sizes, 1);
  }

  private static List<String> grownTooMuch(List<Map<String, Work>> sizes, int scale) {
    List<String> found = new ArrayList<>();
    Map<String, Work> largest = sizes.get(SIZES - 1);
    largest.forEach(
        (step, work) -> {
          List<Work> all = sizes.stream().map(s -> s.getOrDefault(step, work)).toList();
          if (!memoryIsLinear(all, scale) || !timeIsLinear(all, scale)) {
            found.add(step + ": " + all);
          }
        });
    return found;
  }

  /** From the smallest to the largest, and in the last step: limits are reached in between. */
  private static boolean memoryIsLinear(List<Work> sizes, int scale) {
    long largest = sizes.get(SIZES - 1).allocatedBytes();
    double whole = Math.pow(MAX_MEMORY_GROWTH, SIZES - 1) * sizes.get(0).allocatedBytes();
    double step = MAX_MEMORY_GROWTH * sizes.get(SIZES - 2).allocatedBytes();
    return largest <= Math.max(Math.min(whole, step), 1024.0 * LARGEST_KIB * scale * BUFFER);
  }

  /**
   * The small sizes are done before the code is compiled; what takes no time cannot be compared.
   */
  private static boolean timeIsLinear(List<Work> sizes, int scale) {
    double step = MAX_TIME_GROWTH * sizes.get(SIZES - 2).cpuNanos();
    return sizes.get(SIZES - 1).cpuNanos() <= Math.max(step, READING * scale / 4.0);
  }

  /** How long it takes to read the largest document, of short elements. */
  private static long readingNanos() {
    Shape elements = Shape.all().get(0);
    List<Map<String, Work>> best = runs(elements, 1);
    for (int run = 1; run < RUNS; run++) {
      keepBetter(best, runs(elements, 1));
    }
    return best.get(0).get("untranslate").cpuNanos();
  }
}
