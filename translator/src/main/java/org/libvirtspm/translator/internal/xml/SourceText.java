package org.libvirtspm.translator.internal.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The characters of a document, with lines and columns. */
public final class SourceText {

  /** Larger documents are refused; libvirt's own limit for a message is 32 MiB. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final char REPLACEMENT = '\uFFFD';

  private final String chars;
  private int[] lineStarts;

  /**
   * The last offset asked for, whose column is kept: requests for one line mostly come in order.
   */
  private int knownOffset;

  private int knownColumn = 1;

  /** Takes text that is already decoded. */
  public SourceText(String chars) {
    this.chars = chars;
  }

  /**
   * Decodes UTF-8.
   *
   * @throws MalformedException if it is too large or not valid UTF-8
   */
  public static SourceText decode(byte[] bytes) throws MalformedException {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedException(
          "the document has " + bytes.length + " bytes, more than the limit of 16 MiB", 1, 1);
    }
    SourceText text = new SourceText(new String(bytes, StandardCharsets.UTF_8));
    if (text.chars.indexOf(REPLACEMENT) >= 0) {
      checkEncoding(bytes);
    }
    return text;
  }

  /**
   * Refuses invalid UTF-8. The decoder replaces it by U+FFFD, which may also be in a valid
   * document.
   */
  private static void checkEncoding(byte[] bytes) throws MalformedException {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result = strict.decode(in, out, true);
    while (result.isOverflow()) {
      result = strict.decode(in, out.clear(), true);
    }
    if (result.isError()) {
      int bad = in.position();
      SourceText before = new SourceText(new String(bytes, 0, bad, StandardCharsets.UTF_8));
      throw new MalformedException(
          String.format(
              "byte 0x%02x is not UTF-8: " + Remedy.of("save the document as UTF-8"),
              bytes[bad] & 0xff),
          before.line(before.length()),
          before.column(before.length()));
    }
  }

  /** True if a text has at most {@link #MAX_BYTES} in UTF-8. */
  public static boolean fits(String text) {
    // A character takes at most three bytes: most texts need no count.
    return text.length() <= MAX_BYTES / 3 || utf8Length(text) <= MAX_BYTES;
  }

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate counts 1 more than other characters below: the pair has four bytes.
      length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }

  /** Returns the whole text. */
  public String chars() {
    return chars;
  }

  /** Returns the number of characters. */
  public int length() {
    return chars.length();
  }

  /** Returns the text of a span. */
  public String slice(Span span) {
    return chars.substring(span.start(), span.end());
  }

  /** Returns the 1-based line of an offset. */
  public int line(int offset) {
    return lineIndex(offset) + 1;
  }

  /** Returns the 1-based column of an offset, in characters; a byte order mark does not count. */
  public int column(int offset) {
    int start = lineStarts()[lineIndex(offset)];
    int to = Math.min(offset, chars.length());
    if (knownOffset < start || knownOffset > to) {
      knownOffset = start;
      knownColumn = 1;
    }
    knownColumn += chars.codePointCount(knownOffset, to);
    knownOffset = to;
    return start == 0 && hasByteOrderMark() ? Math.max(1, knownColumn - 1) : knownColumn;
  }

  /**
   * Returns the span of a 1-based line without line end and byte order mark; empty if there is no
   * such line.
   */
  public Optional<Span> spanOfLine(int line) {
    int[] starts = lineStarts();
    if (line < 1 || line > starts.length) {
      return Optional.empty();
    }
    int start = line == 1 && hasByteOrderMark() ? 1 : starts[line - 1];
    int end = line < starts.length ? starts[line] : chars.length();
    while (end > start && (chars.charAt(end - 1) == '\n' || chars.charAt(end - 1) == '\r')) {
      end--;
    }
    return Optional.of(new Span(start, end));
  }

  /** True if the text starts with U+FEFF. */
  public boolean hasByteOrderMark() {
    return !chars.isEmpty() && chars.charAt(0) == '\uFEFF';
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    if (lineStarts == null) {
      lineStarts = findLineStarts();
    }
    return lineStarts;
  }

  private int[] findLineStarts() {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < chars.length(); i++) {
      if (endsLine(i)) {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private boolean endsLine(int i) {
    char c = chars.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == chars.length() || chars.charAt(i + 1) != '\n'));
  }
}
