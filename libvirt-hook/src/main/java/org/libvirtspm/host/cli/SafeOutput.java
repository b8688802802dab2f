package org.libvirtspm.host.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.libvirtspm.host.Printable;

/**
 * Standard output or error that a terminal shows. What is harmful there is shown as the XML
 * character reference that means the same, so that a document still says what it said.
 */
final class SafeOutput extends FilterOutputStream {

  private static final int CHUNK = 8192;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** Bytes of an incomplete UTF-8 character. */
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** True after a carriage return that is not written yet. */
  private boolean returned;

  SafeOutput(OutputStream terminal) {
    super(terminal);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += CHUNK) {
      writeChunk(bytes, offset + done, Math.min(CHUNK, length - done));
    }
  }

  private void writeChunk(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length);
    in.put(rest).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(in.remaining());
    var unused = decoder.decode(in, text, false);
    rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
    out.write(shown(text.flip().toString()).getBytes(StandardCharsets.UTF_8));
  }

  private String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> show(c, shown));
    return shown.toString();
  }

  /** Appends a character; a carriage return is kept before a line feed and escaped elsewhere. */
  private void show(int c, StringBuilder shown) {
    if (returned) {
      shown.append(c == '\n' ? "\r" : "&#xD;");
      returned = false;
    }
    if (c == '\r') {
      returned = true;
    } else if (c != '\n' && c != '\t' && Printable.isHarmful(c)) {
      shown.append("&#x").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append(';');
    } else {
      shown.appendCodePoint(c);
    }
  }

  /** Returns the underlying stream, for coloured text that is already escaped. */
  static OutputStream unwrapped(OutputStream stream) {
    return stream instanceof SafeOutput safe ? safe.out : stream;
  }

  /** Writes a control sequence of our own. */
  synchronized void writeRaw(String sequence) {
    try {
      out.write(sequence.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // Nobody watches any more, and the next line will show it.
    }
  }
}
