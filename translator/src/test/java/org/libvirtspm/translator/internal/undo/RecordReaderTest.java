package org.libvirtspm.translator.internal.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.transform.sax.SAXSource;
import org.junit.jupiter.api.Test;
import org.libvirtspm.schema.jaxb.Added;
import org.libvirtspm.schema.jaxb.Changed;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.schema.jaxb.Resized;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.ElementReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.xml.sax.InputSource;

/** JAXB and the elements themselves say the same of every record. */
class RecordReaderTest {
  private static final JAXBContext CONTEXT = context();

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(Removed.class, Added.class, Resized.class, Changed.class);
    } catch (JAXBException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Object> said(Object entry) {
    if (entry instanceof Removed r) {
      return Arrays.asList(r.getFrom(), r.getAt(), r.getCell(), r.getText(), r.getSpace());
    }
    if (entry instanceof Resized r) {
      return List.of(r.getWrote(), r.getSpm());
    }
    if (entry instanceof Changed c) {
      return Arrays.asList(c.getAt(), c.getIndex(), c.getWas(), c.getNow());
    }
    return List.of(((Added) entry).getTo());
  }

  private static List<Object> bound(Entry<?> entry) {
    try {
      SAXSource events = new SAXSource(new ElementReader(entry.element()), new InputSource());
      Class<?> type = entry.said().getClass();
      return said(CONTEXT.createUnmarshaller().unmarshal(events, type).getValue());
    } catch (JAXBException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Entry<?>> entries(byte[] translated) throws MalformedException {
    Document document = DocumentReader.read(SourceText.decode(translated));
    Problems problems = new Problems(document.text());
    Element declaration = Declaration.metadata(document.root()).orElseThrow();
    TranslationRecord record = RecordReader.read(declaration, problems);
    assertEquals(List.of(), problems.list());
    return Stream.<List<? extends Entry<?>>>of(
            record.removals(), record.additions(), record.sizes(), record.changes())
        .<Entry<?>>flatMap(List::stream)
        .toList();
  }

  @Test
  void goldenRecordsReadTheSame() throws MalformedException {
    Set<Class<?>> kinds = new HashSet<>();
    for (GoldenCase golden : GoldenCase.all()) {
      for (GoldenTarget target : golden.targets()) {
        Translation done = target.translate(golden.document());
        if (!done.isRefused() && !done.cells().isEmpty()) {
          for (Entry<?> entry : entries(done.document().orElseThrow())) {
            assertEquals(bound(entry), said(entry.said()), golden.name());
            kinds.add(entry.said().getClass());
          }
        }
      }
    }
    assertEquals(Set.of(Removed.class, Added.class, Resized.class, Changed.class), kinds);
  }
}
