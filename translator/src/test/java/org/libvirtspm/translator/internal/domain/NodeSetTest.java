package org.libvirtspm.translator.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0-3|0-3",
        "0-3,^2|0-1,3",
        "3,1,2|1-3",
        "0,0,0|0",
        "5-5|5",
        "0-1,3,7-9|0-1,3,7-9",
        "00,01|0-1",
        "16383|16383",
        "^1,0|0"
      })
  void readsAndWritesLibvirtsNotation(String text, String written) throws BadValueException {
    NodeSet set = NodeSet.parse(text);
    assertEquals(written, set.toString());
    assertEquals(set, NodeSet.parse(written));
    assertEquals(set.hashCode(), NodeSet.parse(written).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ",", "0,", ",0", "a", "-1", "1-", "3-1", "0-3-5", "^", "^0", "0,^0", "16384",
        "999999", "0..3", "+1"
      })
  void refusesAnythingElse(String text) {
    assertThrows(BadValueException.class, () -> NodeSet.parse(text));
  }

  @Test
  void takesNodesAway() throws BadValueException {
    NodeSet set = NodeSet.parse("0-4");
    assertEquals("0,2,4", set.without(NodeSet.parse("1,3,9")).toString());
    assertEquals("0-4", set.toString());
    assertTrue(set.without(NodeSet.parse("0-4")).isEmpty());
    assertTrue(set.contains(4));
    assertFalse(set.contains(5));
    assertEquals(List.of(0, 1, 2, 3, 4), set.nodes());
  }
}
