package org.libvirtspm.translator.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.libvirtspm.translator.SpmTranslator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Hundreds of small documents, each with SPM, against a DOM parse and serialisation of the same
 * ones. An operation is all of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
public class TranslationBenchmark {

  private final SpmTranslator spm = Documents.translator("spm");
  private final SpmTranslator spMem = Documents.translator("sp-mem");
  private final List<byte[]> extended = Documents.golden();
  private final List<byte[]> translated = new ArrayList<>();
  private final List<byte[]> ordinary = new ArrayList<>();
  private DocumentBuilder builder;
  private Transformer transformer;

  /** Makes what the measured calls get. */
  @Setup
  public void prepare() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    builder = factory.newDocumentBuilder();
    transformer = TransformerFactory.newInstance().newTransformer();
    for (byte[] document : extended) {
      translated.add(Documents.ready(spm, document));
      ordinary.add(Documents.ordinary(document));
    }
  }

  /** Reads each document into a DOM, and writes it. */
  @Benchmark
  public void dom(Blackhole hole) throws Exception {
    for (byte[] document : extended) {
      var tree = builder.parse(new ByteArrayInputStream(document));
      var out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(tree), new StreamResult(out));
      hole.consume(out);
    }
  }

  /** Passthrough by the dialect spm. */
  @Benchmark
  public void spm(Blackhole hole) {
    all(spm, extended, hole);
  }

  /** Memory devices of libvirt's own. */
  @Benchmark
  public void nativeForm(Blackhole hole) {
    all(spMem, extended, hole);
  }

  /** Documents that are translated for this target. */
  @Benchmark
  public void again(Blackhole hole) {
    all(spm, translated, hole);
  }

  /** The same documents with their cells undeclared. */
  @Benchmark
  public void withoutSpm(Blackhole hole) {
    all(spm, ordinary, hole);
  }

  private static void all(SpmTranslator translator, List<byte[]> documents, Blackhole hole) {
    for (byte[] document : documents) {
      hole.consume(Documents.ready(translator, document));
    }
  }
}
