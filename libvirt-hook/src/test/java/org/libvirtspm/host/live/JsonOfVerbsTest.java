package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

/** Each verb's answer, and its complaint, are what the schema says. */
class JsonOfVerbsTest extends LiveTest {

  /** What makes each verb come to a result. */
  private static final Map<String, String> RUNS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("translate", "/share/d.xml"),
              Map.entry("untranslate", "/share/d.xml"),
              Map.entry("validate", "/share/d.xml"),
              Map.entry("define", "/share/d.xml"),
              Map.entry("create", "--paused /share/t.xml"),
              Map.entry("edit", "d"),
              Map.entry("attach", "--print --memory 256MiB d"),
              Map.entry("detach", "--print --all d"),
              Map.entry("dumpxml", "d"),
              Map.entry("apply", "--all"),
              Map.entry("list", ""),
              Map.entry("show", "d"),
              Map.entry("check", "d"),
              Map.entry("devices", ""),
              Map.entry("doctor", ""),
              Map.entry("hook", "status"),
              Map.entry("engine", "list"),
              Map.entry("probe", "")));

  @Test
  void answersAreWhatTheSchemaSays() {
    assertEquals(new TreeSet<>(JsonAnswer.verbs()), RUNS.keySet());
    host.put("t.xml", LiveDomains.withCell("t", LiveDomains.ramCell()));
    host.put("d.xml", LiveDomains.withCell("d", LiveDomains.ramCell()));
    host.virtSpm("define", "/share/d.xml").assertFine();
    RUNS.forEach(
        (verb, words) -> {
          JsonNode answer = json(verb, words);
          assertFalse(answer.path("result").isNull(), answer.toPrettyString());
          JsonNode complaint = json(verb, "--frob");
          assertEquals(List.of("usage"), JsonAnswer.codes(complaint));
          assertEquals(2, complaint.path("exitStatus").asInt());
        });
  }

  private JsonNode json(String verb, String words) {
    List<String> line = new ArrayList<>(List.of(verb, "--format=json"));
    line.addAll(List.of(words.split(" +", -1)).stream().filter(w -> !w.isEmpty()).toList());
    LiveRun run = host.virtSpmWith(Map.of("VISUAL", "true"), line.toArray(String[]::new));
    assertEquals("", run.err());
    JsonNode answer = JsonAnswer.read(run.out());
    assertEquals(verb, answer.path("verb").asText());
    run.assertStatus(answer.path("exitStatus").asInt());
    return answer;
  }
}
