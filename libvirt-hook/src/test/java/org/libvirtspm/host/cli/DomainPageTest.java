package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** libvirt-spm-domain(5): whole, and true. */
class DomainPageTest {

  private static final String DOMAIN =
      """
      <domain type='kvm'>
        <name>guest</name>
        %s
        <memory unit='GiB'>8</memory>
        <vcpu>4</vcpu>
        <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
        <features><acpi/></features>
        <cpu mode='maximum'><numa><cell id='0' cpus='0-3' memory='4' unit='GiB'/>%s</numa></cpu>
      </domain>
      """;

  private final String page = CommandRun.of("manual", "libvirt-spm-domain").outText();

  private List<String> examples() {
    return Pattern.compile("(?s)\n\\.EX\n(.*?)\\.EE\n")
        .matcher(page)
        .results()
        .map(match -> match.group(1).replace("\\-", "-"))
        .toList();
  }

  private static String document(String example) {
    if (example.startsWith("<domain")) {
      return example;
    }
    return example.startsWith("<metadata")
        ? DOMAIN.formatted(example, "")
        : DOMAIN.formatted("", example);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sp-mem", "spm", "memmap-type"})
  void everyExampleIsTranslated(String dialect) {
    assertTrue(examples().size() > 5);
    for (String example : examples()) {
      String document = document(example);
      CommandRun run =
          CommandRun.withInput(
              document, "translate", "--werror", "--dialect", dialect, "--libvirt", "12.8", "-");
      assertEquals("", run.err(), document);
      String back = CommandRun.withInput(run.outText(), "untranslate", "-").outText();
      assertEquals(document, back);
      assertTrue(!document.equals(run.outText()), document);
    }
  }

  /** The text below the heading that names an element. */
  private String section(String element) {
    return Arrays.stream(page.split("\n\\.S[SH] "))
        .filter(s -> s.lines().findFirst().orElse("").contains("<" + element + ">"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no section <" + element + ">"));
  }

  /** What is in a record is the translator's own, as the page says. */
  private static boolean isOfRecord(Element element) {
    Node group = element.getParentNode().getParentNode();
    return group instanceof Element e && e.getAttribute("name").equals("change");
  }

  @Test
  void everyElementAndAttributeOfTheSchemaIsDescribed() throws Exception {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (String file : List.of("numa.xsd", "spm.xsd")) {
      Element schema = schema(file);
      for (Element element : all(schema, "element")) {
        String name = element.getAttribute("name");
        String type = element.getAttribute("type").replaceFirst("^spm:", "");
        if (name.isEmpty()
            || isOfRecord(element)
            || (file.equals("numa.xsd") && name.equals("numa"))) {
          continue;
        }
        String section = section(name.equals("numa") ? "spm:numa" : name);
        for (String attribute : attributes(schema, type)) {
          seen++;
          if (!section.contains("\n.TP\n.B " + attribute + "\n")) {
            missing.add(name + " " + attribute);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(seen > 20, "" + seen);
  }

  private static Element schema(String file) throws Exception {
    String resource = "/org/libvirtspm/schema/" + file;
    try (InputStream in = DomainPageTest.class.getResourceAsStream(resource)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagName("xs:" + name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> attributes(Element schema, String type) {
    List<String> names = new ArrayList<>();
    for (String kind : List.of("complexType", "attributeGroup")) {
      for (Element definition : all(schema, kind)) {
        if (definition.getAttribute("name").equals(type)) {
          all(definition, "attribute").forEach(a -> names.add(a.getAttribute("name")));
          all(definition, "attributeGroup")
              .forEach(g -> names.addAll(attributes(schema, g.getAttribute("ref"))));
        }
      }
    }
    return names;
  }
}
