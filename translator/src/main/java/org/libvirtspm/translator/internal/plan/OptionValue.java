package org.libvirtspm.translator.internal.plan;

/**
 * The value of a QEMU option: an optional word and key=value pairs, separated by commas. Commas in
 * values are doubled, so that no value can add an option.
 */
public final class OptionValue {

  private final StringBuilder text;

  private OptionValue(String word) {
    this.text = new StringBuilder(escape(word));
  }

  /** Starts with a word, such as {@code node}. */
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

  /** Returns the value in QEMU's syntax. */
  @Override
  public String toString() {
    return text.toString();
  }
}
