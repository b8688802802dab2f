package org.libvirtspm.translator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

class ProblemsTest {

  private static final String MORE = "too many problems to show: these are the first 100";

  private static Problem problem(Severity severity, int line, int column) {
    return new Problem(severity, "code", line + "," + column, line, column);
  }

  /** Errors or warnings in lines from..to, the last first. */
  private static List<Problem> lines(Severity severity, int from, int to) {
    List<Problem> problems = new ArrayList<>();
    for (int line = from; line <= to; line++) {
      problems.add(problem(severity, line, 1));
    }
    Collections.reverse(problems);
    return problems;
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }

  @Test
  void areInTheOrderOfTheirPlaces() {
    List<Problem> some = List.of(problem(Severity.WARNING, 2, 9), problem(Severity.ERROR, 7, 1));
    List<Problem> more = List.of(problem(Severity.ERROR, 2, 3), problem(Severity.WARNING, 1, 5));
    assertEquals(List.of("1,5", "2,3", "2,9", "7,1"), messages(Problems.together(some, more)));
    assertEquals(List.of(), Problems.together(List.of(), List.of()));
  }

  @Test
  void aHundredAreWhole() {
    List<Problem> all =
        Problems.together(lines(Severity.ERROR, 1, 60), lines(Severity.WARNING, 61, 100));
    assertEquals(100, all.size());
    assertEquals("1,1", all.get(0).message());
    assertEquals("100,1", all.get(99).message());
  }

  @Test
  void errorsStayBeforeWarnings() {
    List<Problem> all =
        Problems.together(lines(Severity.WARNING, 1, 60), lines(Severity.ERROR, 61, 120));
    assertEquals(101, all.size());
    assertEquals("1,1", all.get(0).message());
    assertEquals("40,1", all.get(39).message());
    assertEquals("61,1", all.get(40).message());
    assertEquals("120,1", all.get(99).message());
    assertEquals(MORE, all.get(100).message());
    assertEquals(Severity.WARNING, all.get(100).severity());
    assertEquals(120, all.get(100).line());
  }

  @Test
  void moreErrorsThanAreShownAreAnError() {
    List<Problem> all =
        Problems.together(lines(Severity.ERROR, 1, 101), lines(Severity.WARNING, 200, 201));
    assertEquals(101, all.size());
    assertEquals("100,1", all.get(99).message());
    assertEquals(Severity.ERROR, all.get(100).severity());
  }

  /** What one of the lists has left out is said once. */
  @Test
  void whatWasLeftOutBeforeIsSaidAgain() {
    List<Problem> cut =
        Problems.together(lines(Severity.ERROR, 1, 101), lines(Severity.ERROR, 200, 200));
    List<Problem> all = Problems.together(cut, cut);
    assertEquals(101, all.size());
    assertEquals(MORE, all.get(100).message());
    List<Problem> few =
        Problems.together(List.of(cut.get(100)), List.of(problem(Severity.WARNING, 3, 1)));
    assertEquals("too many problems to show: these are the first 1", few.get(1).message());
    assertTrue(few.get(0).message().equals("3,1") && few.size() == 2);
  }
}
