package org.libvirtspm.translator.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.Problems;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.xml.Element;

/** The names the translation gives to devices and objects are free. */
final class TakenNames implements Rule {

  private static final Pattern ALIAS = Pattern.compile("ua-spm[0-9].*");
  private static final Pattern ID =
      Pattern.compile("\\bid\"?\\s*[=:]\\s*\"?((?:tc-)?ram-node[0-9]+|spm-gi-[^,\"]*)");

  @Override
  public void check(Domain domain, Problems problems) {
    domain.devices().forEach(d -> d.child("alias").ifPresent(a -> alias(a, problems)));
    for (Element arg : domain.qemuArguments()) {
      Matcher id = ID.matcher(arg.value("value").orElse(""));
      if (id.find()) {
        problems.error(
            arg, "id '" + id.group(1) + "' belongs to the translation: choose another one");
      }
    }
  }

  private static void alias(Element alias, Problems problems) {
    Optional<String> name = alias.value("name").filter(n -> ALIAS.matcher(n).matches());
    name.ifPresent(
        n ->
            problems.error(
                alias, "alias '" + n + "' belongs to the translation: choose another one"));
  }
}
