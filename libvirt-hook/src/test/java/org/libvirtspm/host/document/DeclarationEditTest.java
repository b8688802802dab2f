package org.libvirtspm.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.linear.Growth;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.DomainReader;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

class DeclarationEditTest {

  private static final String ORDINARY = "<cell id='0' cpus='0' memory='4' unit='GiB'/>";

  @Test
  void onlyNodeZeroIsLeft() throws MalformedException {
    String itself =
        "<interconnects><latency initiator='0' target='0' type='access' value='10'/>"
            + "</interconnects>";
    assertEquals(numa(ORDINARY + itself), withoutSpm(document(8)));
  }

  @Test
  void removalTakesTimeInProportionToTheDocument() throws Exception {
    Growth.assertLinear(document(60), document(120), DeclarationEditTest::withoutSpm);
  }

  private static String withoutSpm(String extended) throws MalformedException {
    Document document = DocumentReader.read(new SourceText(extended));
    Domain domain = DomainReader.read(document, new Problems(document.text()), CellReading.DIRECT);
    return new String(DeclarationEdit.without(domain, domain.spmCells()), StandardCharsets.UTF_8);
  }

  /** All nodes but the first are of SPM, and each pair is connected. */
  private static String document(int nodes) {
    String cells =
        repeated(nodes - 1, i -> "<cell id='%d' memory='1' unit='GiB' spm='on'/>".formatted(i + 1));
    String latencies =
        repeated(
            nodes * nodes,
            i ->
                "<latency initiator='%d' target='%d' type='access' value='10'/>"
                    .formatted(i / nodes, i % nodes));
    return numa(ORDINARY + cells + "<interconnects>" + latencies + "</interconnects>");
  }

  private static String numa(String content) {
    return "<domain><vcpu>1</vcpu><cpu><numa>" + content + "</numa></cpu></domain>";
  }

  private static String repeated(int count, IntFunction<String> piece) {
    return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
  }
}
