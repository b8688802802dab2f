package org.libvirtspm.kubevirt;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.SpmTranslator;
import org.libvirtspm.translator.Translation;

/** Adds the SPM requested by a VMI to its domain. Thread-safe. */
final class DomainHook {

  /** Annotation with the requested cells, in the metadata form. */
  static final String CELLS = "libvirt-spm.org/cells";

  private static final String DIALECT = "libvirt-spm.org/dialect";
  private static final String LIBVIRT = "libvirt-spm.org/libvirt";

  /** The dialect of stock QEMU from 11.1 on; any other has to be configured. */
  private static final Dialect STOCK = Dialect.named("sp-mem");

  private static final String MIGRATION_TARGET = "MigrationTarget";
  private static final String MIGRATION =
      "the contents of Specific Purpose Memory do not migrate: the guest finds zeros, or what the path holds on this host";

  /** Size limit for domains: KubeVirt's have about 10 KB, and each byte takes 128 bytes of heap. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final int MAX_MESSAGE = 1000;

  private final ServerOptions options;

  DomainHook(ServerOptions options) {
    this.options = options;
  }

  /**
   * The answer to a call.
   *
   * @param domain the XML to define
   * @param warning a note for users; null for none
   */
  record Answer(ByteString domain, String event, String warning) {}

  /**
   * Answers a call; the domain is unchanged if the VMI requests no SPM.
   *
   * @param fields receives the fields to log
   * @throws RefusalException if the VM must not start
   */
  Answer answer(Call call, Map<String, Object> fields) throws RefusalException {
    if (!call.domainType().equals("libvirt")) {
      throw new RefusalException(
          Status.Code.INVALID_ARGUMENT,
          "the request's domain_type is '" + shorten(call.domainType()) + "', not 'libvirt'");
    }
    Vmi vmi = Vmi.read(call.vmi());
    for (String name : List.of("namespace", "name", "uid")) {
      String value = vmi.text("metadata/" + name);
      if (!value.isEmpty()) {
        fields.put(name, shorten(value));
      }
    }
    Optional<String> cells = vmi.annotation(CELLS);
    if (cells.isEmpty()) {
      return new Answer(call.domain(), "untouched", null);
    }
    ByteString translated = translate(call.domain(), cells.get(), vmi, fields);
    return new Answer(
        translated, "translated", call.context().equals(MIGRATION_TARGET) ? MIGRATION : null);
  }

  private ByteString translate(ByteString domain, String cells, Vmi vmi, Map<String, Object> fields)
      throws RefusalException {
    if (domain.size() > MAX_BYTES) {
      throw refusal("the domain has " + domain.size() + " bytes, and the limit is " + MAX_BYTES);
    }
    Optional<Dialect> told = dialect(vmi);
    if (told.isEmpty()) {
      fields.put("assumed", LauncherImage.assumed(vmi));
    }
    Dialect dialect = told.orElse(STOCK);
    LibvirtVersion libvirt = libvirt(vmi);
    Optional<String> device = MemoryDevices.foreign(domain);
    if (device.isPresent()) {
      throw refusal(
          "the domain that KubeVirt made has a memory device '"
              + shorten(device.get())
              + "', which KubeVirt loses beside Specific Purpose Memory: give the VM all its ordinary memory when it starts, by spec.domain.memory.guest, and none while it runs");
    }
    Translation done =
        SpmTranslator.forTarget(dialect, libvirt).translate(domain.toByteArray(), cells);
    if (done.isRefused()) {
      throw refusal(sentence(done.problems()));
    }
    fields.put("dialect", dialect.name());
    fields.put("libvirt", libvirt.equals(LibvirtVersion.UNKNOWN) ? "any" : libvirt.toString());
    fields.put("cells", done.cells().stream().map(DomainHook::fields).toList());
    fields.put("warnings", done.problems().stream().map(DomainHook::sentence).toList());
    return ByteString.copyFromUtf8(done.xml());
  }

  private Optional<Dialect> dialect(Vmi vmi) throws RefusalException {
    try {
      return options.dialect().or(() -> vmi.annotation(DIALECT).map(Dialect::named));
    } catch (IllegalArgumentException e) {
      throw refusal("annotation " + DIALECT + ": " + shorten(e.getMessage()));
    }
  }

  private LibvirtVersion libvirt(Vmi vmi) throws RefusalException {
    try {
      return options
          .libvirt()
          .or(() -> vmi.annotation(LIBVIRT).map(LibvirtVersion::parse))
          .orElse(LibvirtVersion.UNKNOWN);
    } catch (IllegalArgumentException e) {
      throw refusal("annotation " + LIBVIRT + ": " + shorten(e.getMessage()));
    }
  }

  private static RefusalException refusal(String message) {
    return new RefusalException(Status.Code.FAILED_PRECONDITION, message);
  }

  private static String sentence(List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    String first = sentence(errors.get(0));
    int more = errors.size() - 1;
    return more == 0
        ? first
        : first + " (and " + more + (more == 1 ? " more error)" : " more errors)");
  }

  private static String sentence(Problem problem) {
    String place =
        problem.line() == 0
            ? "the domain that KubeVirt made: "
            : "annotation " + CELLS + ", line " + problem.line() + ": ";
    return place + shorten(problem.message());
  }

  /** Shortens a gRPC status message, which is sent in a header block of 8 KiB. */
  private static String shorten(String text) {
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "...";
  }

  private static Map<String, Object> fields(SpmCell cell) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", cell.id());
    fields.put("bytes", cell.sizeBytes());
    cell.path().ifPresent(path -> fields.put("path", shorten(path)));
    return fields;
  }
}
