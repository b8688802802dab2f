package org.libvirtspm.translator.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A document's characters, and the line and column of each. */
public final class SourceText {

  /**
   * Documents larger than this many bytes are refused; libvirt's own limit for a message is 32 MiB.
   */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private final String chars;
  private int[] lineStarts;

  /** Takes text that is already decoded. */
  public SourceText(String chars) {
    this.chars = chars;
  }

  /**
   * Decodes UTF-8.
   *
   * @throws RefusedException when there is too much of it or it is not UTF-8
   */
  public static SourceText decode(byte[] bytes) throws RefusedException {
    if (bytes.length > MAX_BYTES) {
      throw new RefusedException(
          "the document has " + bytes.length + " bytes, more than the limit of 16 MiB", 1, 1);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
    SourceText text = new SourceText(out.flip().toString());
    if (result.isError()) {
      int at = text.length();
      byte bad = bytes[text.chars.getBytes(StandardCharsets.UTF_8).length];
      throw new RefusedException(
          String.format("byte 0x%02x is not UTF-8: save the document as UTF-8", bad & 0xff),
          text.line(at),
          text.column(at));
    }
    return text;
  }

  /** The whole text. */
  public String chars() {
    return chars;
  }

  /** The number of characters. */
  public int length() {
    return chars.length();
  }

  /** The text of a stretch. */
  public String slice(Span span) {
    return chars.substring(span.start(), span.end());
  }

  /** The 1-based line of an offset. */
  public int line(int offset) {
    return lineIndex(offset) + 1;
  }

  /** The 1-based column of an offset, in characters; a byte order mark takes no column. */
  public int column(int offset) {
    int start = lineStarts()[lineIndex(offset)];
    int columns = chars.codePointCount(start, Math.min(offset, chars.length())) + 1;
    return start == 0 && hasByteOrderMark() ? Math.max(1, columns - 1) : columns;
  }

  /** True when the text starts with U+FEFF. */
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
