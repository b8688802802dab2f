package org.libvirtspm.translator.internal.plan;

/**
 * The value of an option of QEMU: a word, and key=value pairs between commas. A comma in a value is
 * doubled, as QEMU wants it, so that no value becomes another option.
 */
public final class OptionValue {

  private final StringBuilder text;

  private OptionValue(String word) {
    this.text = new StringBuilder(escape(word));
  }

  /** Starts with the word that says what it is about, such as {@code node}. */
  public static OptionValue of(String word) {
    return new OptionValue(word);
  }

  /** Starts without a word. */
  public static OptionValue ofPairs() {
    return new OptionValue("");
  }

  /** Adds a pair. */
  public OptionValue with(String key, String value) {
    text.append(text.isEmpty() ? "" : ",").append(key).append('=').append(escape(value));
    return this;
  }

  /** Adds a pair with a number. */
  public OptionValue with(String key, long value) {
    return with(key, String.valueOf(value));
  }

  private static String escape(String value) {
    return value.replace(",", ",,");
  }

  /** The value as QEMU reads it. */
  @Override
  public String toString() {
    return text.toString();
  }
}
