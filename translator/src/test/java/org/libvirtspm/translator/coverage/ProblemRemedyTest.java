package org.libvirtspm.translator.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.golden.GoldenCase;

/** A message that ends with what to do, in the imperative or as a question, says so in a field. */
class ProblemRemedyTest {

  private static final Pattern ADVICE =
      Pattern.compile(
          ".*(?:: |; |, so )((?:add|aim|begin|bind|change|choose|declare|define|describe|did you|give"
              + "|join|keep|make|move|name|put|remove|restore|round|save|say|simplify|undo|use|write) .*)",
          Pattern.DOTALL);

  @Test
  void adviceOfTheMessageIsTheRemedyOfTheProblem() {
    List<Problem> problems = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      golden.targets().forEach(t -> problems.addAll(t.translate(golden.document()).problems()));
    }
    Set<String> wrong = new TreeSet<>();
    Set<String> remedies = new TreeSet<>();
    for (Problem p : problems) {
      Matcher advice = ADVICE.matcher(p.message());
      boolean advises = advice.matches();
      boolean parted =
          p.message().matches("(?s)\\Q" + p.fact() + "\\E(: |; |, so |)\\Q" + p.remedy() + "\\E");
      if (p.remedy().isEmpty() == advises
          || !parted
          || p.message().contains(Character.toString(0xFFFF))) {
        wrong.add(p.message() + " -> " + p.remedy());
      }
      remedies.add(p.remedy());
    }
    assertEquals(Set.of(), wrong);
    assertTrue(remedies.size() > 60, remedies.toString());
  }

  @Test
  void remedyIsTheEndOfTheMessage() {
    Problem problem = problem("a second <node>: keep one", "keep one");
    assertEquals("a second <node>", problem.fact());
    assertEquals(problem.remedy(), problem.at(3, 4).remedy());
    assertEquals("it is off: no", problem("it is off: no", "").fact());
    assertThrows(
        IllegalArgumentException.class, () -> problem("a second <node>: keep one", "keep two"));
  }

  private static Problem problem(String message, String remedy) {
    return new Problem(Severity.ERROR, "node-numbers", message, remedy, 1, 2, OptionalInt.empty());
  }
}
