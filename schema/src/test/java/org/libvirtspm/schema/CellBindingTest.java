package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.libvirtspm.schema.jaxb.Bandwidth;
import org.libvirtspm.schema.jaxb.Cache;
import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.schema.jaxb.Distances;
import org.libvirtspm.schema.jaxb.Interconnects;
import org.libvirtspm.schema.jaxb.Latency;
import org.libvirtspm.schema.jaxb.Numa;
import org.libvirtspm.schema.jaxb.Sibling;
import org.libvirtspm.schema.jaxb.Source;

/** The generated classes bind a fragment, whatever the order of its parts. */
class CellBindingTest {
  private static final String CELL =
      """
      <cell id='1' cpus='0-3' memory='16' unit='GiB' memAccess='shared' discard='yes' spm='on'>
        <cache level='1' associativity='full' policy='writeback'>
          <line value='64' unit='B'/>
          <size value='8' unit='MiB'/>
        </cache>
        <source>
          <alignsize unit='GiB'>1</alignsize>
          <path>/dev/dax0.0</path>
        </source>
        <distances>
          <sibling id='0' value='20'> </sibling>
        </distances>
        <cache level='2' associativity='none' policy='none'>
          <size value='1' unit='KiB'/>
          <line value='8' unit='B'/>
        </cache>
      </cell>
      """;

  @Test
  void bindsACell() throws Exception {
    assertCell(bind(reader(CELL), Cell.class));
  }

  @Test
  void bindsPagesAndNodemask() throws Exception {
    Cell cell =
        bind(
            reader(
                "<cell memory='1' spm='on'><source><nodemask>0-1</nodemask>"
                    + "<pagesize unit='MiB'>2</pagesize></source></cell>"),
            Cell.class);
    Source source = cell.getSource().get(0);
    assertEquals("0-1", source.getNodemask());
    assertEquals(BigInteger.TWO, source.getPagesize().getValue());
    assertEquals("MiB", source.getPagesize().getUnit());
  }

  @Test
  void bindsATopology() throws Exception {
    Numa numa =
        bind(
            reader(
                "<numa><cell id='0' memory='1'/><interconnects>"
                    + "<bandwidth initiator='0' target='1' type='read' value='7' unit='KiB'/>"
                    + "<latency initiator='0' target='1' cache='1' type='access' value='5'/>"
                    + "</interconnects><cell id='1' memory='2'/></numa>"),
            Numa.class);
    List<Cell> cells = numa.getCell();
    assertEquals(List.of(0L, 1L), cells.stream().map(Cell::getId).toList());
    Interconnects links = numa.getInterconnects().get(0);
    Latency latency = links.getLatency().get(0);
    assertEquals(
        List.of(0L, 1L, 1L),
        List.of(latency.getInitiator(), latency.getTarget(), latency.getCache()));
    Bandwidth bandwidth = links.getBandwidth().get(0);
    assertEquals("KiB", bandwidth.getUnit());
  }

  @Test
  void writesWhatItRead() throws Exception {
    Cell cell = bind(reader(CELL), Cell.class);
    StringWriter text = new StringWriter();
    context()
        .createMarshaller()
        .marshal(new JAXBElement<>(new QName(Schemas.CELL), Cell.class, cell), text);
    assertCell(bind(reader(text.toString()), Cell.class));
    assertTrue(
        text.toString().contains("<sibling id=\"0\" value=\"20\"/>")
            || text.toString().contains("<sibling id=\"0\" value=\"20\"></sibling>"),
        text::toString);
  }

  private static void assertCell(Cell cell) {
    assertEquals(1L, cell.getId());
    assertEquals("0-3", cell.getCpus());
    assertEquals(BigInteger.valueOf(16), cell.getMemory());
    assertEquals("GiB", cell.getUnit());
    assertEquals("shared", cell.getMemAccess());
    assertEquals("yes", cell.getDiscard());
    assertEquals("on", cell.getSpm());
    assertChildren(cell);
  }

  private static void assertChildren(Cell cell) {
    Source source = cell.getSource().get(0);
    assertEquals("/dev/dax0.0", source.getPath());
    assertEquals(BigInteger.ONE, source.getAlignsize().getValue());
    assertEquals("GiB", source.getAlignsize().getUnit());
    Distances distances = cell.getDistances().get(0);
    Sibling sibling = distances.getSiblings().get(0);
    assertEquals(List.of(0L, 20L), List.of(sibling.getId(), sibling.getValue()));
    List<Cache> caches = cell.getCache();
    assertEquals(List.of(1L, 2L), caches.stream().map(Cache::getLevel).toList());
    assertEquals("full", caches.get(0).getAssociativity());
    assertEquals("writeback", caches.get(0).getPolicy());
    assertEquals(64, caches.get(0).getLine().getValue());
    assertEquals("MiB", caches.get(0).getSize().getUnit());
  }

  private static <T> T bind(XMLStreamReader reader, Class<T> type) throws JAXBException {
    return context().createUnmarshaller().unmarshal(reader, type).getValue();
  }

  private static JAXBContext context() throws JAXBException {
    return JAXBContext.newInstance(Cell.class, Numa.class);
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLStreamReader reader =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text));
    reader.nextTag();
    return reader;
  }
}
