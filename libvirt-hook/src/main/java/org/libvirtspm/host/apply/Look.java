package org.libvirtspm.host.apply;

import java.io.IOException;
import java.util.Optional;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * Result of examining one of many domains. Failures are caught, so that the others are examined
 * too.
 *
 * @param found the answer; empty for none
 * @param failure the failure; empty for none, and if the domain no longer exists
 */
public record Look<T>(Optional<T> found, Optional<DomainFailure> failure) {

  /** A question about a domain. */
  @FunctionalInterface
  public interface Question<T> {
    /** Returns the answer; empty if there is nothing to report. */
    Optional<T> ask(LibvirtDomain domain) throws IOException, MalformedException;
  }

  /**
   * Asks the question and closes the domain.
   *
   * @throws LibvirtFailure if the connection is lost
   */
  public static <T> Look<T> at(LibvirtDomain domain, Question<T> question) throws LibvirtFailure {
    try (domain) {
      return new Look<>(question.ask(domain), Optional.empty());
    } catch (Exception | Error e) {
      DomainFailure failure = new DomainFailure(domain.name(), e);
      if (failure.lostConnection().isPresent()) {
        throw failure.lostConnection().get();
      }
      return new Look<>(Optional.empty(), Optional.of(failure).filter(f -> !f.isGone()));
    }
  }
}
