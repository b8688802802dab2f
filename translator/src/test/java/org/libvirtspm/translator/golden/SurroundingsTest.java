package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goldens are the same wherever and by how many threads they are made. */
class SurroundingsTest {

  /** Other small letters, other digits, and another calendar too. */
  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
  void localeAndThreadsMakeNoDifference(String tag) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      GoldenCase.all().parallelStream().forEach(SurroundingsTest::check);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void check(GoldenCase golden) {
    golden
        .answers()
        .forEach(
            (file, text) ->
                assertEquals(new String(GoldenCase.read(file), UTF_8), new String(text, UTF_8)));
  }
}
