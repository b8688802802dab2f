package org.libvirtspm.translator.internal.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offsets are exact: each span is the text it stands for. */
class DocumentReaderTest {
  private static final String ODD =
      "<a x='1' y = \"2\"><!-- c --><b/><![CDATA[<]]><c  z='&lt;>'\n>t&amp;u</c ><p:d xmlns:p='u' p:q=''/></a>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "\uFEFF<?xml version='1.0'?>\r\n",
        "<!-- \uD83E\uDDE0 -->\r\n",
        "\n\n\t",
        "<?p i?>\r"
      })
  void spansAreTheText(String before) throws MalformedException {
    SourceText text = new SourceText(before + ODD + "\r\n<!-- end -->");
    Element a = DocumentReader.read(text).root();
    assertEquals(ODD, text.slice(a.span()));
    assertEquals("<a x='1' y = \"2\">", text.slice(a.startTag()));
    assertEquals("</a>", text.slice(a.endTag()));
    assertEquals(
        List.of(
            "<!-- c -->",
            "<b/>",
            "<![CDATA[<]]>",
            "<c  z='&lt;>'\n>t&amp;u</c >",
            "<p:d xmlns:p='u' p:q=''/>"),
        a.children().stream().map(c -> text.slice(c.span())).toList());
  }

  @Test
  void attributesAreTheText() throws MalformedException {
    SourceText text = new SourceText(ODD);
    Element a = DocumentReader.read(text).root();
    Attribute y = a.attribute("y").orElseThrow();
    assertEquals("y = \"2\"", text.slice(y.span()));
    assertEquals("2", text.slice(y.valueSpan()));
    Attribute z = a.child("c").orElseThrow().attribute("z").orElseThrow();
    assertEquals("&lt;>", text.slice(z.valueSpan()));
    assertEquals("<>", z.value());
    Element d = a.elements().stream().filter(e -> e.is("u", "d")).findFirst().orElseThrow();
    assertTrue(d.attributes().get(0).declaresNamespace());
    assertEquals("u", d.attributes().get(1).namespace());
  }

  @Test
  void textIsWhatIsMeant() throws MalformedException {
    Element a =
        DocumentReader.read(new SourceText("<a> x&#65;<![CDATA[&]]>&gt;<b>no</b> </a>")).root();
    assertEquals("xA&>", a.text());
    assertEquals("no", a.child("b").orElseThrow().text());
  }

  @Test
  void linesEndAsXmlSays() {
    SourceText text = new SourceText("\uFEFFa\r\nb\rc\n\uD83E\uDDE0d");
    int d = text.chars().indexOf('d');
    assertEquals(
        List.of(1, 2, 3, 4), List.of(text.line(1), text.line(4), text.line(6), text.line(d)));
    assertEquals(
        List.of(1, 1, 1, 2),
        List.of(text.column(1), text.column(4), text.column(6), text.column(d)));
  }
}
