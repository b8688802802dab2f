package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.translator.Problem;

/**
 * What a run with {@code --format json} prints, as virt-spm.schema.json describes it: a verb's
 * result, and everything that it would otherwise say on standard error.
 */
final class Envelope {

  /** Increased when a field is removed or changes its meaning; not for new fields. */
  static final int SCHEMA_VERSION = 1;

  private final String verb;
  private final List<Object> findings = new ArrayList<>();
  private Object result;
  private String file;
  private String domain;

  /** For one run of a verb. */
  Envelope(String verb) {
    this.verb = verb;
  }

  /**
   * Sets the document of the entries added next.
   *
   * @param name file name; null for none
   * @param domainName null for none or unknown
   */
  void about(String name, String domainName) {
    file = name;
    domain = domainName;
  }

  /** Adds what was found out. */
  void add(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", finding.code().word());
    fields.put("level", finding.level().word());
    fields.put("message", finding.what());
    fields.put("reason", orNull(finding.why()));
    fields.put("remedy", orNull(finding.fix()));
    fields.put("domain", finding.domain() == null ? domain : finding.domain());
    fields.put("node", finding.node());
    place(fields, null, null);
  }

  /** Adds a problem of a document. */
  void add(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", problem.code());
    fields.put("level", problem.severity().word());
    fields.put("message", problem.fact());
    fields.put("reason", null);
    fields.put("remedy", orNull(problem.remedy()));
    fields.put("domain", domain);
    fields.put("node", problem.node().isPresent() ? problem.node().getAsInt() : null);
    place(fields, problem.line(), problem.column());
  }

  private void place(Map<String, Object> fields, Integer line, Integer column) {
    fields.put("file", file);
    fields.put("line", line);
    fields.put("column", column);
    findings.add(fields);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Takes the verb's result: a map, lists, and what {@link Json} writes. */
  void setResult(Map<String, Object> fields) {
    result = fields;
  }

  /** Returns the JSON text. */
  String text(ExitStatus status) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schemaVersion", SCHEMA_VERSION);
    fields.put("program", "virt-spm " + Version.text());
    fields.put("verb", verb);
    fields.put("exitStatus", status.code());
    fields.put("findings", findings);
    fields.put("result", result);
    return Json.text(fields);
  }
}
