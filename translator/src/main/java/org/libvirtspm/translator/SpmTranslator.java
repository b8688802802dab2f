package org.libvirtspm.translator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.libvirtspm.translator.internal.Translator;

/**
 * Translates domain XML that declares Specific Purpose Memory into XML that libvirt and QEMU
 * accept, and back. What QEMU and libvirt must be told otherwise on account of it is changed too:
 * {@code <memory>}, {@code <currentMemory>} and {@code <maxMemory>}, the memory balloon, which is
 * turned off, references to the cells, and {@code <metadata>}, in which a record of all this brings
 * it back. The rest of the document is kept byte for byte.
 *
 * <p>Stateless and thread-safe. No method throws because of a document's content: a refusal is part
 * of the {@link Translation}. Documents larger than 16 MiB are refused.
 */
public final class SpmTranslator {

  private final TargetChooser targets;

  private SpmTranslator(TargetChooser targets) {
    this.targets = targets;
  }

  /**
   * Returns a translator with a fixed target.
   *
   * @param dialect the dialect of the guests' QEMU
   * @param libvirt the version of the libvirt that will read the documents
   * @throws NullPointerException naming the argument that is null
   */
  public static SpmTranslator forTarget(Dialect dialect, LibvirtVersion libvirt) {
    Target target = new Target(dialect, libvirt);
    return new SpmTranslator(emulator -> target);
  }

  /**
   * Returns a translator that asks the chooser for the target of each document that declares SPM.
   *
   * @throws NullPointerException if the chooser is null
   */
  public static SpmTranslator choosing(TargetChooser targets) {
    Objects.requireNonNull(targets, "targets");
    return new SpmTranslator(
        emulator -> Objects.requireNonNull(targets.choose(emulator), "target"));
  }

  /**
   * Translates a document. A document without SPM, or already translated for this target, comes
   * back unchanged.
   *
   * @param xml the domain XML; it counts as UTF-8, and must not declare an encoding that reads its
   *     characters otherwise
   * @throws NullPointerException if it is null
   */
  public Translation translate(String xml) {
    return translate(bytes(xml));
  }

  /**
   * Translates a document.
   *
   * @param xml the domain XML in UTF-8; the array is not kept
   * @throws NullPointerException if it is null
   * @see #translate(String)
   */
  public Translation translate(byte[] xml) {
    return Translator.translate(Objects.requireNonNull(xml, "xml"), targets);
  }

  /**
   * Translates a document with a declaration that is kept outside it, for example by a management
   * engine. Remains of earlier translations are removed first, so that only the given cells count,
   * even if the engine has parsed and rewritten the document in between.
   *
   * <p>The line and column of a {@link Problem} count in {@code cells}; both are 0 for a problem in
   * the document.
   *
   * @param xml the domain XML in UTF-8; the array is not kept
   * @param cells the content of {@code <spm:numa>} in the metadata form
   * @throws NullPointerException naming the argument that is null
   */
  public Translation translate(byte[] xml, String cells) {
    return Translator.translate(
        Objects.requireNonNull(xml, "xml"), whole(Objects.requireNonNull(cells, "cells")), targets);
  }

  /**
   * Returns the extended XML that a document was translated from, for any target. A document that
   * is not a translation comes back unchanged.
   *
   * @throws NullPointerException if it is null
   */
  public Translation untranslate(String xml) {
    return untranslate(bytes(xml));
  }

  /**
   * Returns the extended XML that a document was translated from.
   *
   * @param xml the domain XML in UTF-8; the array is not kept
   * @throws NullPointerException if it is null
   * @see #untranslate(String)
   */
  public Translation untranslate(byte[] xml) {
    return Translator.untranslate(Objects.requireNonNull(xml, "xml"));
  }

  /**
   * Checks a document against the rules that hold for every target. The result's XML is the
   * document itself.
   *
   * @throws NullPointerException if it is null
   */
  public Translation validate(String xml) {
    return Translator.validate(bytes(xml));
  }

  private static byte[] bytes(String xml) {
    return whole(Objects.requireNonNull(xml, "xml")).getBytes(UTF_8);
  }

  /**
   * Replaces unpaired surrogates by U+FFFF, which the parser refuses; the encoder would write a
   * question mark.
   */
  private static String whole(String text) {
    boolean isWhole = UTF_8.newEncoder().canEncode(text);
    return isWhole ? text : text.replaceAll("\\p{Cs}", Character.toString(0xFFFF));
  }
}
