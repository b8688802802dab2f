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
 * Record of a domain between prepare and release: its reservations, or a request to translate it
 * after release.
 *
 * @param daemon the libvirt daemon that starts the guest
 * @param uuid the domain's UUID
 * @param isToApply true to translate the domain after release
 * @param paths files and devices of its memory
 * @param devices devices whose owner was changed
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

  /** Makes the record of a domain whose start was refused and that is to be translated. */
  static Holding toApply(HookCall call, String uuid) {
    return new Holding(call.domain(), ProcessId.NONE, uuid, true, List.of(), List.of());
  }

  /**
   * Reads a record.
   *
   * @throws IOException if the file is missing or not a valid record
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

  /** True if the file or device is one of the paths. */
  boolean holds(Host host, FileFacts memory) {
    for (String path : paths) {
      try {
        if (FileFacts.of(host.at(path)).isSameMemory(memory)) {
          return true;
        }
      } catch (IOException e) {
        // The path no longer exists.
      }
    }
    return false;
  }

  /** Restores the owner of each device that still exists and still has the owner we set. */
  void giveBack(Host host) throws IOException {
    for (TakenDevice device : devices) {
      device.giveBack(host);
    }
  }
}
