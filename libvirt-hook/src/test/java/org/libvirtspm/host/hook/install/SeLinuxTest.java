package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.dax.FakeHost;
import org.libvirtspm.host.dax.HostFiles;

/** A file stands for the kernel's: the answer is read behind the query that was written. */
class SeLinuxTest {

  private static final String LABEL = "system_u:object_r:virt_etc_rw_t:s0";
  private static final String QUERY = "system_u:system_r:virtd_t:s0 " + LABEL + " 6";

  @TempDir Path root;

  @BeforeEach
  void makePolicy() throws IOException {
    FakeHost host = new FakeHost(root);
    host.write("/sys/fs/selinux/class/file/index", "6");
    host.write("/sys/fs/selinux/class/file/perms/execute", "15");
    host.write("/proc/42/comm", "libvirtd");
    host.write("/proc/42/attr/current", "system_u:system_r:virtd_t:s0\0");
    host.write("/proc/43/comm", "sh");
    host.write("/proc/43/attr/current", "system_u:system_r:init_t:s0\0");
  }

  private boolean keepsLibvirtFrom(String answer) throws IOException {
    FakeHost host = new FakeHost(root);
    Path access = host.write("/sys/fs/selinux/access", " ".repeat(QUERY.length()) + answer);
    boolean keeps = new SeLinux(host.files()).keepsLibvirtFrom(LABEL);
    assertEquals(QUERY, Files.readString(access).substring(0, QUERY.length()));
    return keeps;
  }

  @Test
  void asksTheKernelForTheDaemonThatRuns() throws IOException {
    assertTrue(keepsLibvirtFrom("43a7f ffffffff 0 ffffffff 2 0"));
    assertFalse(keepsLibvirtFrom("4044453 ffffffff 0 ffffffff 2 0"));
  }

  /** Their contexts may be allowed more than that of the host's daemon. */
  @Test
  void daemonsOfUsersDoNotCount() throws IOException {
    boolean isRoot = HostFiles.HERE.uid() == 0;
    assertTrue(isRoot || !"true".equals(System.getenv("CI")), "root alone can give files away");
    Assumptions.assumeTrue(isRoot, "root alone can give files away");
    FakeHost host = new FakeHost(root);
    host.write("/proc/41/comm", "libvirtd");
    host.write("/proc/41/attr/current", "unconfined_u:unconfined_r:unconfined_t:s0\0");
    Files.setAttribute(root.resolve("proc/41"), "unix:uid", 1234);
    assertTrue(keepsLibvirtFrom("43a7f ffffffff 0 ffffffff 2 0"));
  }

  @Test
  void knowsOfPermissiveDomains() throws IOException {
    assertFalse(keepsLibvirtFrom("43a7f ffffffff 0 ffffffff 12 1"));
  }

  @Test
  void nothingIsSaidWithoutAnAnswer() throws IOException {
    assertFalse(keepsLibvirtFrom(""));
    Files.delete(root.resolve("sys/fs/selinux/access"));
    assertFalse(new SeLinux(new FakeHost(root).files()).keepsLibvirtFrom(LABEL));
  }
}
