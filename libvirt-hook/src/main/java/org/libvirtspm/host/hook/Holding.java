package org.libvirtspm.host.hook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.dax.FileFacts;

/**
 * What the hook holds for a domain between its start and its end, or that it is to be translated
 * when libvirt has let go of it.
 *
 * @param daemon the libvirt daemon that starts the guest
 * @param uuid the domain's
 * @param isToApply whether to translate it
 * @param paths files and devices that are its memory
 * @param devices devices whose owner was changed for it
 */
record Holding(
    String domain,
    ProcessId daemon,
    String uuid,
    boolean isToApply,
    List<String> paths,
    List<TakenDevice> devices) {

  private static final String FORMAT = "libvirt-spm holding 1";

  Holding {
    paths = List.copyOf(paths);
    devices = List.copyOf(devices);
  }

  /** Of a domain that did not start, and is to be translated. */
  static Holding toApply(HookCall call, String uuid) {
    return new Holding(call.domain(), ProcessId.NONE, uuid, true, List.of(), List.of());
  }

  /**
   * Reads a file of ours.
   *
   * @throws IOException if it is not there, or not as we write it
   */
  static Holding read(Path file) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(StateFolder.read(file)));
    if (!in.readUTF().equals(FORMAT)) {
      throw new IOException(file + " was written by another version");
    }
    String domain = in.readUTF();
    ProcessId daemon = ProcessId.read(in);
    String uuid = in.readUTF();
    boolean isToApply = in.readBoolean();
    List<String> paths = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      paths.add(in.readUTF());
    }
    List<TakenDevice> devices = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      devices.add(TakenDevice.read(in));
    }
    return new Holding(domain, daemon, uuid, isToApply, paths, devices);
  }

  void save(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(FORMAT);
    out.writeUTF(domain);
    daemon.write(out);
    out.writeUTF(uuid);
    out.writeBoolean(isToApply);
    out.writeInt(paths.size());
    for (String path : paths) {
      out.writeUTF(path);
    }
    out.writeInt(devices.size());
    for (TakenDevice device : devices) {
      device.write(out);
    }
    StateFolder.replace(file, bytes.toByteArray());
  }

  /** True if that file or device is among its paths. */
  boolean holds(Host host, FileFacts memory) {
    for (String path : paths) {
      try {
        if (FileFacts.of(host.at(path)).isSameMemory(memory)) {
          return true;
        }
      } catch (IOException e) {
        // It is not there any more, and so it is nobody's.
      }
    }
    return false;
  }

  /** Gives every device back to its former owner, as far as it is still there and as we left it. */
  void giveBack(Host host) throws IOException {
    for (TakenDevice device : devices) {
      device.giveBack(host);
    }
  }
}
