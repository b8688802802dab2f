package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.libvirtspm.host.live.HookedHost.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hook of the system, called by a session daemon: libvirt has one folder of hooks for both. */
class HookSessionTest {

  private static final int SECONDS = 120;

  private static final String MAKE_USER =
      """
      useradd --create-home --uid 1500 tenant
      mkdir -p /run/user/1500
      chown tenant /run/user/1500
      chmod 700 /run/user/1500
      """;

  /** And the daemon that libvirt started for it; it is alone in the instance. */
  private static final String REMOVE_USER =
      """
      for process in /proc/[0-9]*; do
          [ "$(stat -c %U $process 2>/dev/null)" != tenant ] || kill -KILL ${process#/proc/}
      done
      rm -r /run/user/1500
      for try in 1 2 3 4 5 6 7 8 9; do userdel -r tenant 2>/dev/null && exit 0; sleep 1; done
      """;

  @RegisterExtension static final HookedHost HOOKED = new HookedHost();

  @BeforeAll
  static void makeUser() {
    HOOKED.host().run("sh", "-e", "-c", MAKE_USER).assertFine();
  }

  @AfterEach
  void removeDomains() {
    run("virsh", "destroy", "d");
    run("virsh", "undefine", "--nvram", "d");
    run("rm", "-rf", "/run/user/1500/libvirt-spm").assertFine();
  }

  @AfterAll
  static void removeUser() {
    HOOKED.host().run("sh", "-c", REMOVE_USER).assertFine();
  }

  /** Runs something as the user, with the session's daemon started if there is none. */
  private static LiveRun run(String... command) {
    List<String> all = new ArrayList<>(List.of("setpriv", "--reuid=tenant", "--regid=tenant"));
    all.addAll(List.of("--clear-groups", "env", "-i", "HOME=/home/tenant", "USER=tenant"));
    all.addAll(List.of("XDG_RUNTIME_DIR=/run/user/1500", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
    all.addAll(List.of("LIBVIRT_DEFAULT_URI=qemu:///session"));
    all.addAll(List.of(command));
    return HOOKED.host().run(all.toArray(String[]::new));
  }

  private static void define(String document) {
    run("virsh", "define", HOOKED.host().put("d.xml", document)).assertFine();
  }

  @Test
  void domainWithoutSpmStartsAsBefore() {
    define(HookedHost.withoutSpm("d"));
    run("virsh", "start", "d").assertFine();
    assertEquals(1, run("test", "-e", "/run/user/1500/libvirt-spm").status());
  }

  @Test
  void declarationIsAppliedInTheSessionAndThenStarts() {
    define(LiveDomains.withMetadata("d", cell("")));
    LiveRun refused = run("virsh", "start", "d").assertStatus(1);
    assertTrue(
        refused.err().contains("is declared but not translated; it is being translated now"),
        refused.err());
    for (int second = 0; !run("virsh", "dumpxml", "d").out().contains("ua-spm1"); second++) {
      assertTrue(
          second < SECONDS, run("sh", "-c", "cat /run/user/1500/libvirt-spm/failed/*").out());
      run("sleep", "1").assertFine();
    }
    run("virsh", "start", "d").assertFine();
    assertEquals(
        "tenant\n", HOOKED.host().run("stat", "-c", "%U", "/run/user/1500/libvirt-spm").out());
  }

  @Test
  void fileOfARunningGuestIsNotShared() {
    run("truncate", "-s", "256M", "/home/tenant/memory").assertFine();
    String path = cell("<source><path>/home/tenant/memory</path></source>");
    virtSpm("define", HOOKED.host().put("d.xml", LiveDomains.withCell("d", path)));
    virtSpm("define", HOOKED.host().put("e.xml", LiveDomains.withCell("e", path)));
    run("virsh", "start", "d").assertFine();
    try {
      LiveRun refused = run("virsh", "start", "e").assertStatus(1);
      assertTrue(
          refused.err().contains("/home/tenant/memory is the memory of domain 'd'"), refused.err());
    } finally {
      run("virsh", "undefine", "--nvram", "e");
    }
  }

  @Test
  void transientDomainNamesTheSession() {
    String file = HOOKED.host().put("d.xml", LiveDomains.withMetadata("d", cell("")));
    LiveRun refused = run("virsh", "create", file).assertStatus(1);
    assertTrue(
        refused
            .err()
            .contains("is transient; create it by virt-spm create -c qemu:///session FILE"),
        refused.err());
  }

  private static void virtSpm(String... args) {
    List<String> command = HOOKED.host().virtSpmCommand(Map.of(), args);
    run(command.toArray(String[]::new)).assertFine();
  }
}
