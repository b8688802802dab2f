package org.libvirtspm.translator.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.golden.GoldenCase;

/** A problem whose message begins with a cell, or names one node, says so in a field. */
class ProblemNodeTest {

  private static final Pattern CELL = Pattern.compile("cell (\\d{1,3})[: ]");
  private static final Pattern NODE =
      Pattern.compile("memory device .* on node (\\d{1,3}) |a second <memnode> for cell '(\\d+)'");

  @Test
  void nodeOfTheMessageIsTheNodeOfTheProblem() {
    List<Problem> problems = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      golden.targets().forEach(t -> problems.addAll(t.translate(golden.document()).problems()));
    }
    List<String> wrong = new ArrayList<>();
    int named = 0;
    for (Problem p : problems) {
      Matcher cell = CELL.matcher(p.message());
      Matcher node = NODE.matcher(p.message());
      String wanted =
          cell.lookingAt()
              ? cell.group(1)
              : node.lookingAt() ? (node.group(1) == null ? node.group(2) : node.group(1)) : null;
      named += wanted == null ? 0 : 1;
      if (wanted != null && !wanted.equals(String.valueOf(p.node().orElse(-1)))) {
        wrong.add(p.message() + " -> " + p.node());
      }
    }
    assertEquals(List.of(), wrong.stream().distinct().toList());
    assertTrue(named > 300, "only " + named);
    assertTrue(problems.stream().anyMatch(p -> p.node().isEmpty()), "each has a node");
  }
}
