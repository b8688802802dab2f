package org.libvirtspm.testbed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** Through define, dumpxml and untranslate a domain comes back as libvirt formats its twin. */
final class RoundTrip {
  private final Trial trial;
  private final Oracle oracle;

  RoundTrip(Trial trial, Oracle oracle) {
    this.trial = trial;
    this.oracle = oracle;
  }

  /** The domains that do not come back. */
  List<Failure> failures(List<Domain> domains) throws Exception {
    Map<String, byte[]> ordinary = new LinkedHashMap<>();
    Map<String, byte[]> translated = new LinkedHashMap<>();
    for (Domain domain : domains) {
      Translation result = trial.translate(Trial.bytes(DomainWriter.extended(domain)));
      result.document().ifPresent(document -> translated.put(domain.name, document));
      ordinary.put(domain.name, Trial.bytes(DomainWriter.ordinary(domain)));
    }
    Map<String, Oracle.Answer> twins = oracle.dumpxml(ordinary, true);
    Map<String, Oracle.Answer> answers = oracle.dumpxml(translated, true);
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    Map<String, byte[]> back = new LinkedHashMap<>();
    for (Domain domain : domains) {
      List<String> list = new ArrayList<>();
      wrong.put(domain.name, list);
      if (answers.containsKey(domain.name)) {
        bring(domain, answers.get(domain.name), list, back);
      }
    }
    Map<String, Oracle.Answer> again = back.isEmpty() ? Map.of() : oracle.dumpxml(back, true);
    for (Map.Entry<String, Oracle.Answer> answer : again.entrySet()) {
      compare(twins.get(answer.getKey()), answer.getValue(), wrong.get(answer.getKey()));
    }
    return domains.stream()
        .filter(d -> !wrong.get(d.name).isEmpty())
        .map(d -> new Failure(d, wrong.get(d.name)))
        .toList();
  }

  /** Untranslates what libvirt gave back, checks what it declares and leaves an ordinary domain. */
  private void bring(
      Domain domain, Oracle.Answer answer, List<String> wrong, Map<String, byte[]> into)
      throws Exception {
    if (answer.refused()) {
      wrong.add("define --validate of the translated domain: " + answer.error());
      return;
    }
    Translation again = trial.translate(Trial.bytes(answer.output()));
    if (again.document().isEmpty()
        || !new String(again.document().get(), StandardCharsets.UTF_8).equals(answer.output())) {
      wrong.add(
          "what libvirt gives back is not in step: "
              + again
                  .document()
                  .map(d -> new String(d, StandardCharsets.UTF_8))
                  .orElse("refused: " + again.problems()));
    }
    Translation back = Translator.untranslate(Trial.bytes(answer.output()));
    if (back.document().isEmpty()) {
      wrong.add("untranslate refuses what libvirt gives back: " + back.problems());
      return;
    }
    Document document = parse(back.document().get());
    String declared = takeDeclarations(document).toString();
    if (!declared.equals(declarations(domain).toString())) {
      wrong.add("declarations: expected " + declarations(domain) + ", came back " + declared);
    }
    into.put(domain.name, write(document));
  }

  private static byte[] write(Document document) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(out));
    return out.toByteArray();
  }

  /** Both sides as libvirt prints them. */
  private static void compare(Oracle.Answer twin, Oracle.Answer answer, List<String> wrong)
      throws Exception {
    if (twin.refused() || answer.refused()) {
      wrong.add("define --validate: " + twin.error() + answer.error());
      return;
    }
    Document expected = parse(Trial.bytes(twin.output()));
    Document document = parse(Trial.bytes(answer.output()));
    forgetChosen(expected);
    forgetChosen(document);
    Diff diff =
        DiffBuilder.compare(expected)
            .withTest(document)
            .ignoreComments()
            .ignoreWhitespace()
            .checkForSimilar()
            .build();
    diff.getDifferences().forEach(d -> wrong.add(d.toString()));
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static NavigableSet<String> declarations(Domain domain) {
    NavigableSet<String> declared = new TreeSet<>();
    for (Domain.Cell cell : domain.cells()) {
      if (cell.spm()) {
        declared.add(cell.id() + " " + cell.source().replaceAll("<[^>]*>", " ").trim());
      }
    }
    return declared;
  }

  /** Takes spm and source off the cells, which then are ordinary, and says what they were. */
  private static NavigableSet<String> takeDeclarations(Document document) {
    NavigableSet<String> declared = new TreeSet<>();
    for (Element cell : all(document, "cell")) {
      if (cell.getAttribute("spm").equals("on")) {
        String source = "";
        for (Element child : children(cell, "source")) {
          source = child.getTextContent().trim().replaceAll("\\s+", "  ");
          cell.removeChild(child);
        }
        cell.removeAttribute("spm");
        declared.add(cell.getAttribute("id") + " " + source);
      }
    }
    return declared;
  }

  /** The balloon takes a PCI address: without it libvirt numbers the others anew. */
  private static void forgetChosen(Document document) {
    for (Element address : all(document, "address")) {
      if (address.getAttribute("type").equals("pci")) {
        address.getParentNode().removeChild(address);
      }
    }
    for (Element controller : all(document, "controller")) {
      if (controller.getAttribute("model").equals("pcie-root-port")) {
        controller.getParentNode().removeChild(controller);
      }
    }
  }

  private static List<Element> children(Element parent, String name) {
    return elements(parent.getElementsByTagName(name));
  }

  private static List<Element> all(Document document, String name) {
    return elements(document.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
