package org.libvirtspm.host.hook;

import java.io.IOException;
import java.util.Optional;

/** Before a guest starts: lets it, only if it will really have the memory it declares. */
final class Start {

  private final HookCall call;
  private final byte[] document;
  private final KnownDocuments known;
  private final String libvirt;

  Start(HookCall call, byte[] document) {
    this.call = call;
    this.document = document;
    this.libvirt = LibvirtdVersion.of(call.host().at("/proc"), call.libvirtPid());
    this.known =
        new KnownDocuments(
            call.host().finding(call.domain()), call.build() + " libvirt " + libvirt);
  }

  HookAnswer answer() throws IOException {
    Optional<Finding> finding = known.find(document);
    if (finding.isEmpty() && call.quick()) {
      return HookAnswer.lookCloser();
    }
    Finding found = finding.isPresent() ? finding.get() : look();
    if (found.cells().stream().anyMatch(SpecialCell::hasPath)) {
      Claim.of(call, found).take();
    }
    return HookAnswer.go();
  }

  private Finding look() throws IOException {
    HookConfig config = HookConfig.read(call.host().configuration());
    Inspection inspection = new Inspection(call.host(), libvirt);
    try {
      Finding found = inspection.look(document);
      known.remember(document, found);
      Reapplication.forget(call.host().failure(found.uuid()));
      return found;
    } catch (OutOfStep e) {
      throw Stale.refusal(call, config, e);
    }
  }
}
