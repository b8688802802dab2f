package org.libvirtspm.translator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import org.libvirtspm.translator.internal.Translator;

/**
 * Translates domain XML that declares Specific Purpose Memory into what libvirt and QEMU take, and
 * back. Whatever else is in a document stays as it is written.
 *
 * <p>It keeps no state: one object serves any number of threads. No method throws anything because
 * of a document's content; a refusal is part of the {@link Translation}. A document may have 16
 * MiB.
 */
public final class SpmTranslator {

  private final TargetChooser targets;

  private SpmTranslator(TargetChooser targets) {
    this.targets = targets;
  }

  /**
   * A translator for guests of one kind.
   *
   * @param dialect what their QEMU understands
   * @param libvirt the libvirt that will read the documents
   * @throws NullPointerException naming the argument that is null
   */
  public static SpmTranslator forTarget(Dialect dialect, LibvirtVersion libvirt) {
    Target target = new Target(dialect, libvirt);
    return new SpmTranslator(emulator -> target);
  }

  /**
   * A translator that asks for each document that declares SPM what it is for.
   *
   * @throws NullPointerException if there is no chooser
   */
  public static SpmTranslator choosing(TargetChooser targets) {
    return new SpmTranslator(Objects.requireNonNull(targets, "targets"));
  }

  /**
   * Translates a document. One without SPM comes back as it is, and so does one that is translated
   * for this target already.
   *
   * @param xml the domain's XML; an encoding named in it must be UTF-8
   * @throws NullPointerException if it is null
   */
  public Translation translate(String xml) {
    return translate(bytes(xml));
  }

  /**
   * Translates a document.
   *
   * @param xml the domain's XML in UTF-8; it is not kept
   * @throws NullPointerException if it is null
   * @see #translate(String)
   */
  public Translation translate(byte[] xml) {
    return Translator.translate(Objects.requireNonNull(xml, "xml"), targets);
  }

  /**
   * Translates a document for a request that stands outside it, as an engine keeps it. Whatever is
   * left of earlier translations is taken out first, so that the request alone counts, also when
   * the engine has read the document into structures of its own meanwhile.
   *
   * <p>The line of a {@link Problem} is one of the request; 0, as its column, when the problem is
   * in the document.
   *
   * @param xml the domain's XML in UTF-8; it is not kept
   * @param cells what would be inside {@code <spm:numa>} of the metadata
   * @throws NullPointerException if one of them is null
   */
  public Translation translate(byte[] xml, String cells) {
    return Translator.translate(
        Objects.requireNonNull(xml, "xml"), whole(Objects.requireNonNull(cells, "cells")), targets);
  }

  /**
   * Gives the extended XML that a translated document came from, whatever its target was; any other
   * document comes back as it is.
   *
   * @throws NullPointerException if it is null
   */
  public Translation untranslate(String xml) {
    return untranslate(bytes(xml));
  }

  /**
   * Gives the extended XML that a translated document came from.
   *
   * @throws NullPointerException if it is null
   * @see #untranslate(String)
   */
  public Translation untranslate(byte[] xml) {
    return Translator.untranslate(Objects.requireNonNull(xml, "xml"));
  }

  /**
   * Looks for mistakes that no target allows, and changes nothing.
   *
   * @throws NullPointerException if it is null
   */
  public Translation validate(String xml) {
    return Translator.validate(bytes(xml));
  }

  private static byte[] bytes(String xml) {
    return whole(Objects.requireNonNull(xml, "xml")).getBytes(UTF_8);
  }

  /** Half of a surrogate pair would become a question mark; U+FFFF is refused in its place. */
  private static String whole(String text) {
    boolean isWhole = UTF_8.newEncoder().canEncode(text);
    return isWhole ? text : text.replaceAll("\\p{Cs}", Character.toString(0xFFFF));
  }
}
