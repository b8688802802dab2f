package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.internal.check.OverrideIsKnown;
import org.libvirtspm.translator.internal.check.PassthroughRules;
import org.libvirtspm.translator.internal.check.Rules;
import org.libvirtspm.translator.internal.domain.Carrier;
import org.libvirtspm.translator.internal.domain.CarrierSearch;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.step.AddInterconnects;
import org.libvirtspm.translator.internal.step.CarryMemory;
import org.libvirtspm.translator.internal.step.CountMemory;
import org.libvirtspm.translator.internal.step.DeclareNodes;
import org.libvirtspm.translator.internal.step.DropOffMarks;
import org.libvirtspm.translator.internal.step.EmptyCells;
import org.libvirtspm.translator.internal.step.KeepDeclaration;
import org.libvirtspm.translator.internal.step.LockMemory;
import org.libvirtspm.translator.internal.step.MakeRoom;
import org.libvirtspm.translator.internal.step.PassDevices;
import org.libvirtspm.translator.internal.step.SplitMemorySize;
import org.libvirtspm.translator.internal.step.WriteDevices;
import org.libvirtspm.translator.internal.step.WriteOverrides;
import org.libvirtspm.translator.internal.step.WriteTopology;

/** {@code -device sp-mem}: stock QEMU from 11.1 on. */
public final class SpMemDialect implements DialectSyntax {

  @Override
  public String name() {
    return "sp-mem";
  }

  @Override
  public String qemu() {
    return "QEMU 11.1 and later";
  }

  @Override
  public boolean isInStockQemu(int major, int minor) {
    return major > 11 || (major == 11 && minor >= 1);
  }

  @Override
  public boolean marksBootMemory() {
    return false;
  }

  /**
   * False: QEMU 11.1 does not name the device's RAM block, and only named blocks are transferred.
   */
  @Override
  public boolean isSaved() {
    return false;
  }

  @Override
  public boolean isSpokenBy(QemuCapabilities qemu) throws IOException {
    return qemu.hasDevice("sp-mem", "memdev", "node");
  }

  /** libvirt 12: the first that accepts a cell without memory. */
  @Override
  public Optional<LibvirtVersion> nativeSince() {
    return Optional.of(new LibvirtVersion(12, 0, 0));
  }

  @Override
  public Procedure procedure(Form form, LibvirtVersion libvirt, Domain domain) {
    if (form == Form.NATIVE) {
      return nativeProcedure();
    }
    Optional<Map<Integer, Carrier>> carriers =
        OverrideIsKnown.to(libvirt) ? CarrierSearch.all(domain) : Optional.empty();
    return carriers.isPresent() ? carried(libvirt, carriers.get()) : passed(libvirt);
  }

  private Procedure nativeProcedure() {
    return new Procedure(
        Rules.NATIVE,
        List.of(
            new DropOffMarks(),
            new EmptyCells(),
            new AddInterconnects(),
            new CarryMemory(Carrier::onOwnNode),
            new MakeRoom(),
            new WriteDevices(),
            new WriteOverrides(),
            new CountMemory(),
            new WriteTopology(),
            new KeepDeclaration(name(), Form.NATIVE)));
  }

  /**
   * Procedure with libvirt memory devices on ordinary cells: libvirt gives QEMU access to their
   * backends.
   */
  private Procedure carried(LibvirtVersion libvirt, Map<Integer, Carrier> carriers) {
    return Passthrough.procedure(
        PassthroughRules.devices(libvirt),
        new DeclareNodes(),
        List.of(
            new CarryMemory(cell -> carriers.get(cell.id())),
            new MakeRoom(),
            new WriteDevices(),
            new CountMemory()),
        name());
  }

  /**
   * Procedure with device and backend as QEMU arguments, where no ordinary cell can carry a libvirt
   * memory device.
   */
  private Procedure passed(LibvirtVersion libvirt) {
    return Passthrough.procedure(
        PassthroughRules.passedDevices(libvirt),
        new DeclareNodes(),
        List.of(new PassDevices(), new MakeRoom(), new SplitMemorySize(true), new LockMemory()),
        name());
  }
}
