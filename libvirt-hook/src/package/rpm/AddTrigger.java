import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.packager.rpm.RpmLead;
import org.eclipse.packager.rpm.RpmSignatureTag;
import org.eclipse.packager.rpm.RpmTag;
import org.eclipse.packager.rpm.build.DigestAlgorithm;
import org.eclipse.packager.rpm.build.PayloadProvider;
import org.eclipse.packager.rpm.build.RpmWriter;
import org.eclipse.packager.rpm.coding.PayloadCoding;
import org.eclipse.packager.rpm.header.Header;
import org.eclipse.packager.rpm.parse.HeaderValue;
import org.eclipse.packager.rpm.parse.InputHeader;
import org.eclipse.packager.rpm.parse.RpmInputStream;
import org.eclipse.packager.rpm.signature.SignatureProcessors;

/**
 * Adds file triggers to an .rpm: {@code AddTrigger PACKAGE SCRIPT FOLDER}. SCRIPT runs at the end of
 * a transaction in which files below FOLDER came or went. The Maven plug-in has no name for this,
 * its library takes any tag.
 */
public final class AddTrigger {

  /** Of rpm's lib/rpmtag.h, rpm 4.13 and later: what %transfiletriggerin and -postun become. */
  private static final int SCRIPTS = 5076;

  private static final int SCRIPT_PROGRAM = 5077;
  private static final int NAME = 5079;
  private static final int INDEX = 5080;
  private static final int VERSION = 5081;
  private static final int FLAGS = 5082;
  private static final int PRIORITIES = 5085;

  /** Of rpm's lib/rpmds.h: RPMSENSE_TRIGGERIN, RPMSENSE_TRIGGERPOSTUN. */
  private static final int IN = 1 << 16;

  private static final int POSTUN = 1 << 18;

  /** rpm's default. */
  private static final int USUAL_PRIORITY = 1_000_000;

  /** RPMTAG_HEADERIMMUTABLE, which the writer adds. */
  private static final int IMMUTABLE = 63;

  private AddTrigger() {}

  public static void main(String[] args) throws IOException {
    Path rpm = Path.of(args[0]);
    String script = Files.readString(Path.of(args[1]));
    Path written = Path.of(rpm + ".new");
    try (RpmInputStream in =
        new RpmInputStream(new BufferedInputStream(Files.newInputStream(rpm)))) {
      RpmLead lead = in.getLead();
      InputHeader<RpmTag> old = in.getPayloadHeader();
      Header<RpmTag> header = copy(old);
      putTriggers(header, script, args[2]);
      try (RpmWriter writer =
          new RpmWriter(
              written,
              () -> lead,
              header,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        // What the library signs a package with if it isn't told otherwise.
        writer.addAllSignatureProcessors(
            List.of(
                SignatureProcessors.size(),
                SignatureProcessors.sha256Header(),
                SignatureProcessors.sha1Header(),
                SignatureProcessors.md5(),
                SignatureProcessors.payloadSize()));
        writer.setPayload(new SamePayload(rpm, old, in.getSignatureHeader()));
      }
    }
    Files.move(written, rpm, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void putTriggers(Header<RpmTag> header, String script, String folder) {
    header.putStringArray(SCRIPTS, script, script);
    header.putStringArray(SCRIPT_PROGRAM, "/bin/sh", "/bin/sh");
    header.putStringArray(NAME, folder, folder);
    header.putInt(INDEX, 0, 1);
    header.putStringArray(VERSION, "", "");
    header.putInt(FLAGS, IN, POSTUN);
    header.putInt(PRIORITIES, USUAL_PRIORITY, USUAL_PRIORITY);
  }

  private static Header<RpmTag> copy(InputHeader<RpmTag> from) {
    Header<RpmTag> to = new Header<>();
    for (HeaderValue value : from.getRawTags().values()) {
      if (value.getTag() != IMMUTABLE) {
        put(to, value.getTag(), value);
      }
    }
    return to;
  }

  private static void put(Header<RpmTag> to, int tag, HeaderValue from) {
    Object value = from.getValue();
    // One number stands for itself, several are an array.
    Object[] all = value instanceof Object[] several ? several : new Object[] {value};
    switch (from.getType()) {
      case STRING -> to.putString(tag, (String) value);
      case STRING_ARRAY -> to.putStringArray(tag, Arrays.copyOf(all, all.length, String[].class));
      case I18N_STRING -> to.putI18nString(tag, Arrays.copyOf(all, all.length, String[].class));
      case INT -> to.putInt(tag, Arrays.stream(all).mapToInt(i -> (Integer) i).toArray());
      case LONG -> to.putLong(tag, Arrays.stream(all).mapToLong(l -> (Long) l).toArray());
      case SHORT -> to.putShort(tag, shorts(all));
      case BLOB -> to.putBlob(tag, (byte[]) value);
      default -> throw new IllegalStateException("tag " + tag + " is of type " + from.getType());
    }
  }

  private static short[] shorts(Object[] all) {
    short[] shorts = new short[all.length];
    for (int i = 0; i < all.length; i++) {
      shorts[i] = (Short) all[i];
    }
    return shorts;
  }

  /** The unchanged payload of a package. */
  private record SamePayload(
      Path rpm, InputHeader<RpmTag> header, InputHeader<RpmSignatureTag> signatures)
      implements PayloadProvider {

    private long start() {
      return header.getStart() + header.getLength();
    }

    @Override
    public ReadableByteChannel openChannel() throws IOException {
      InputStream all = Files.newInputStream(rpm);
      all.skipNBytes(start());
      // The writer would copy a file's channel from its start.
      return Channels.newChannel(all);
    }

    @Override
    public long getPayloadSize() throws IOException {
      return Files.size(rpm) - start();
    }

    @Override
    public long getArchiveSize() {
      return (Integer) signatures.getTag(RpmSignatureTag.PAYLOAD_SIZE);
    }

    @Override
    public PayloadCoding getPayloadCoding() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> getPayloadFlags() {
      throw new UnsupportedOperationException();
    }

    @Override
    public DigestAlgorithm getFileDigestAlgorithm() {
      throw new UnsupportedOperationException();
    }
  }
}
