package org.libvirtspm.translator.internal.check;

import java.util.List;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Refuses a record without a translation: the next translation would mistake it for its own. */
final class StrayRecord implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    domain.declaration().ifPresent(d -> attributes(d, problems));
    domain.declaration().stream()
        .flatMap(e -> e.elements().stream())
        .filter(e -> e.localName().equals("undo"))
        .forEach(
            e ->
                problems.error(
                    e,
                    "an <undo> record without a translation: " + Remedy.of("remove the record")));
  }

  private static void attributes(Element declaration, Problems problems) {
    for (String name : List.of("form", "declared")) {
      declaration
          .attribute(name)
          .ifPresent(
              a ->
                  problems.error(
                      a,
                      name
                          + " of a translation without its dialect: "
                          + Remedy.of("restore the metadata")));
    }
  }
}
