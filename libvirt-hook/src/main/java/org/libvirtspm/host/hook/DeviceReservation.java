package org.libvirtspm.host.hook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.SpmCell;

/** Reserves the devices and files of a starting guest's SPM, or refuses the start. */
record DeviceReservation(HookCall call, GuestNeeds needs) {

  static DeviceReservation of(HookCall call, GuestNeeds needs) {
    return new DeviceReservation(call, needs);
  }

  void take() throws IOException {
    List<MemoryPath> memory = new ArrayList<>();
    for (SpmCell cell : needs.cells()) {
      if (cell.path().isPresent()) {
        MemoryPath path = MemoryPath.of(call.host(), cell);
        checkApart(memory, path);
        memory.add(path);
      }
    }
    var unused =
        StateFolder.locked(
            call.host().state(), () -> take(new Holdings(call.host(), Holdings.STARTING), memory));
  }

  /** Refuses one file or device of two cells under two names, by links. */
  private static void checkApart(List<MemoryPath> others, MemoryPath path) {
    for (MemoryPath other : others) {
      if (!path.facts().isFolder() && other.facts().isSameMemory(path.facts())) {
        throw MemoryPath.refusal(
            path.cell(),
            "is the memory of cell "
                + other.cell().id()
                + " too, which names it "
                + other.path()
                + "; name another path",
            null);
      }
    }
  }

  private Holding take(Holdings holdings, List<MemoryPath> memory) throws IOException {
    var unused = holdings.end(call.domain());
    List<Holding> others = holdings.reconcile();
    for (MemoryPath path : memory) {
      checkFree(others, path);
    }
    DeviceAccess access = DeviceAccess.of(call, needs, memory);
    List<TakenDevice> devices = new ArrayList<>();
    for (MemoryPath path : memory) {
      access.wanted(path).ifPresent(devices::add);
    }
    List<String> paths = memory.stream().map(MemoryPath::path).toList();
    ProcessId daemon = ProcessId.of(call.host().at("/proc"), call.libvirtPid());
    // Saved before any owner is changed, so that an interrupted start can be undone.
    Holding holding = new Holding(call.domain(), daemon, needs.uuid(), false, paths, devices);
    holding.save(call.host().holding(call.domain()));
    for (TakenDevice device : devices) {
      access.give(device);
    }
    checkUnused(holdings, memory);
    return holding;
  }

  /**
   * Refuses devices that are still open in a process that opened them before the owner was changed.
   */
  private void checkUnused(Holdings holdings, List<MemoryPath> memory) throws IOException {
    for (MemoryPath path : memory) {
      List<String> users =
          path.device().isPresent() ? call.host().openFiles().usersOf(path.facts()) : List.of();
      if (!users.isEmpty()) {
        var unused = holdings.end(call.domain());
        throw MemoryPath.refusal(
            path.cell(),
            "is open in process " + String.join(", ", users) + "; end that, or name another path",
            null);
      }
    }
  }

  private void checkFree(List<Holding> others, MemoryPath path) {
    if (path.facts().isFolder()) {
      return;
    }
    Optional<String> user = new Guests(call.host()).userOf(path.facts()).map(name -> name + "'");
    if (user.isEmpty()) {
      user =
          others.stream()
              .filter(holding -> holding.holds(call.host(), path.facts()))
              .map(holding -> holding.domain() + "', which is being started")
              .findFirst();
    }
    if (user.isPresent()) {
      throw MemoryPath.refusal(
          path.cell(),
          "is the memory of domain '" + user.get() + "; end that one first, or name another path",
          null);
    }
  }
}
