package org.libvirtspm.translator.internal.domain;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.schema.Children;
import org.libvirtspm.schema.jaxb.Cache;
import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.schema.jaxb.Distances;
import org.libvirtspm.schema.jaxb.Sibling;
import org.libvirtspm.schema.jaxb.Size;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.FragmentReader;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * The contents of a cell, bound to the classes generated from the schema. The cell has been checked
 * before: binding itself lets mistakes pass.
 */
final class CellBinding implements CellContents {

  /** Made with the first SPM document of a process; a document without SPM never pays for it. */
  private static final class Lazily {
    static final JAXBContext CONTEXT = context();

    private static JAXBContext context() {
      try {
        return JAXBContext.newInstance(Cell.class);
      } catch (JAXBException e) {
        throw new IllegalStateException("the generated classes do not fit JAXB", e);
      }
    }
  }

  private final Cell cell;

  private CellBinding(Cell cell) {
    this.cell = cell;
  }

  static CellBinding of(Document document, Element e) {
    try {
      return new CellBinding(
          Lazily.CONTEXT
              .createUnmarshaller()
              .unmarshal(FragmentReader.of(document, e), Cell.class)
              .getValue());
    } catch (JAXBException bad) {
      throw new IllegalStateException("a checked cell cannot be bound", bad);
    }
  }

  @Override
  public Source source() {
    return Children.first(cell.getChildren(), org.libvirtspm.schema.jaxb.Source.class)
        .map(CellBinding::source)
        .orElse(Source.NONE);
  }

  private static Source source(org.libvirtspm.schema.jaxb.Source s) {
    return new Source(
        Optional.ofNullable(s.getPath()),
        kib(s.getAlignsize()),
        kib(s.getPagesize()),
        Optional.ofNullable(s.getNodemask()).map(CellBinding::nodes));
  }

  private static OptionalLong kib(Size size) {
    if (size == null) {
      return OptionalLong.empty();
    }
    BigInteger value = size.getValue();
    String unit = Optional.ofNullable(size.getUnit()).orElse("");
    return OptionalLong.of(CheckedValue.of(() -> MemorySize.kib(value.toString(), unit)));
  }

  private static NodeSet nodes(String text) {
    return CheckedValue.of(() -> NodeSet.parse(XmlSpace.strip(text)));
  }

  @Override
  public List<MemoryCache> caches() {
    return Children.all(cell.getChildren(), Cache.class).stream().map(CellBinding::cache).toList();
  }

  private static MemoryCache cache(Cache c) {
    return new MemoryCache(
        (int) c.getLevel(),
        c.getAssociativity(),
        c.getPolicy(),
        c.getSize().getValue(),
        c.getLine().getValue());
  }

  @Override
  public Map<Integer, Integer> distances() {
    Map<Integer, Integer> result = new HashMap<>();
    for (Distances distances : Children.all(cell.getChildren(), Distances.class)) {
      for (Sibling s : distances.getSiblings()) {
        result.putIfAbsent((int) s.getId(), (int) s.getValue());
      }
    }
    return result;
  }
}
