package org.libvirtspm.host.apply;

import java.io.IOException;
import java.util.Optional;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * What came of looking at one domain of many: whatever its XML does to us, the others go on.
 *
 * @param found the answer; empty when there is none
 * @param failure why the domain could not be looked at; empty also when it is gone
 */
public record Look<T>(Optional<T> found, Optional<DomainFailure> failure) {

  /** What is to be found out about a domain. */
  @FunctionalInterface
  public interface Question<T> {
    /** Finds it out; empty when there is nothing to tell. */
    Optional<T> ask(LibvirtDomain domain) throws IOException, MalformedException;
  }

  /**
   * Asks, and closes the domain.
   *
   * @throws LibvirtFailure if the connection is lost, and with it all other domains
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
