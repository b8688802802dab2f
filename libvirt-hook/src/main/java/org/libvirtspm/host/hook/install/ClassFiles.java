package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The class path of this program, jars and folders in search order. */
final class ClassFiles {

  private final List<Path> sources;

  private ClassFiles(List<Path> sources) {
    this.sources = sources;
  }

  /** Returns the class path of this process, including the jars that manifests refer to. */
  static ClassFiles ofThisProcess() throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    for (String entry : System.getProperty("java.class.path").split(":", -1)) {
      if (!entry.isEmpty()) {
        add(all, Path.of(entry).toAbsolutePath());
      }
    }
    return new ClassFiles(List.copyOf(all));
  }

  private static void add(Set<Path> all, Path source) throws IOException {
    if (!Files.exists(source) || !all.add(source) || Files.isDirectory(source)) {
      return;
    }
    try (JarFile jar = new JarFile(source.toFile())) {
      String others =
          jar.getManifest() == null
              ? null
              : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String other : (others == null ? "" : others).split(" ", -1)) {
        if (!other.isEmpty()) {
          add(all, Path.of(source.toUri().resolve(other)));
        }
      }
    }
  }

  /** Returns a checksum of the content of all classes. */
  String checksum() throws IOException {
    CRC32 sum = new CRC32();
    for (Path source : sources) {
      for (Path file : filesIn(source)) {
        sum.update(source.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        sum.update(Files.readAllBytes(file));
      }
    }
    return String.format("%08x", sum.getValue());
  }

  /** Copies all classes into a folder, class folders as jars; returns the jars. */
  List<Path> copyTo(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path source : sources) {
      boolean isFolder = Files.isDirectory(source);
      String name = jars.size() + "-" + source.getFileName() + (isFolder ? ".jar" : "");
      Path jar = folder.resolve(name);
      if (isFolder) {
        pack(source, jar);
      } else {
        Files.copy(source, jar);
      }
      jars.add(jar);
    }
    return jars;
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out)) {
      for (Path file : filesIn(folder)) {
        packed.putNextEntry(new JarEntry(folder.relativize(file).toString()));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }

  private static List<Path> filesIn(Path source) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
