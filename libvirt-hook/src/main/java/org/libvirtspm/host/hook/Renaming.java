package org.libvirtspm.host.hook;

import java.util.Map;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.TooLongException;

/** Replaces paths of memory and emulators from another host by this host's, with text edits. */
final class Renaming {

  private static final String MEM_PATH = "mem-path=";

  private final Document document;
  private final HookConfig config;
  private final Editor editor;
  private boolean isRenamed;

  Renaming(Document document, HookConfig config) {
    this.document = document;
    this.config = config;
    this.editor = new Editor(document);
  }

  /** Returns the document with this host's paths. */
  Document document() throws MalformedException {
    try {
      document.root().descend("devices", "emulator").ifPresent(e -> rename(e, config.emulators()));
      memoryPaths().forEach(e -> rename(e, config.paths()));
      arguments().forEach(this::renameArgument);
      return isRenamed ? DocumentReader.read(new SourceText(editor.apply())) : document;
    } catch (TooLongException e) {
      throw new Refusal(
          "the document with this host's paths: "
              + e.getMessage()
              + "; write shorter ones into the hook's configuration",
          e);
    }
  }

  /** Path elements of declared cells and of the memory devices that carry them. */
  private Stream<Element> memoryPaths() {
    Stream<Element> cells =
        Stream.concat(
                Declaration.metadata(document.root()).stream(),
                document.root().descend("cpu", "numa").stream())
            .flatMap(e -> e.elements().stream())
            .filter(e -> e.localName().equals("cell"));
    Stream<Element> carriers =
        document.root().child("devices").stream()
            .flatMap(d -> d.elements("memory").stream())
            .filter(GivenNames::isCarrier);
    return Stream.concat(cells, carriers)
        .flatMap(e -> e.elements().stream())
        .filter(e -> e.localName().equals("source"))
        .flatMap(e -> e.elements().stream())
        .filter(e -> e.localName().equals("path"));
  }

  private Stream<Attribute> arguments() {
    return Domain.qemuArguments(document.root()).stream()
        .flatMap(e -> e.attribute("value").stream());
  }

  private void rename(Element e, Map<String, String> names) {
    String here = names.get(e.text());
    if (here != null && !e.isSelfClosing()) {
      editor.setText(e, here);
      isRenamed = true;
    }
  }

  /** Replaces the path in a backend argument of ours, where commas are doubled. */
  private void renameArgument(Attribute argument) {
    String value = argument.value();
    int at = value.indexOf("," + MEM_PATH);
    if (at < 0 || !GivenNames.isBackend(value)) {
      return;
    }
    int start = at + 1 + MEM_PATH.length();
    int end = endOfValue(value, start);
    String here = config.paths().get(value.substring(start, end).replace(",,", ","));
    if (here != null) {
      String renamed = value.substring(0, start) + here.replace(",", ",,") + value.substring(end);
      editor.setValue(argument, renamed);
      isRenamed = true;
    }
  }

  private static int endOfValue(String value, int start) {
    int end = start;
    while (end < value.length()) {
      if (value.charAt(end) != ',') {
        end++;
      } else if (end + 1 < value.length() && value.charAt(end + 1) == ',') {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }
}
