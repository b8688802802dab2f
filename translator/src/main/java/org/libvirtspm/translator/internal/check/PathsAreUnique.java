package org.libvirtspm.translator.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** One path must back only one node: sharing it would corrupt the guest's memory. */
final class PathsAreUnique implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    Map<String, String> users = new HashMap<>();
    for (Element memory : domain.devices("memory")) {
      memory
          .descend("source", "path")
          .ifPresent(p -> users.put(normal(p.text()), "a memory device"));
    }
    for (Cell cell : domain.spmCells()) {
      cell.source().path().ifPresent(p -> claim(users, p, cell, problems));
    }
  }

  private static void claim(Map<String, String> users, String path, Cell cell, Problems problems) {
    String other = users.putIfAbsent(normal(path), "cell " + cell.id());
    if (other != null) {
      problems.error(
          SourceElements.find(cell, "path"),
          "cell "
              + cell.id()
              + ": path '"
              + Excerpt.of(path)
              + "' is already used by "
              + other
              + ": "
              + Remedy.of("give each its own"));
    }
  }

  /**
   * Normalizes a path without access to the host: removes empty, {@code .} and {@code ..} parts,
   * but does not follow links.
   */
  private static String normal(String path) {
    StringBuilder normal = new StringBuilder();
    for (int start = 0; start < path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String part = path.substring(start, end);
      if (part.equals("..")) {
        normal.setLength(Math.max(0, normal.lastIndexOf("/")));
      } else if (!part.isEmpty() && !part.equals(".")) {
        normal.append('/').append(part);
      }
      start = end + 1;
    }
    return normal.toString();
  }
}
