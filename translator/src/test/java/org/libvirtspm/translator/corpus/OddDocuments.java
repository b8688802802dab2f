package org.libvirtspm.translator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Documents written as nobody writes them, but may. */
final class OddDocuments {
  private static final List<String> TYPES =
      List.of(
          "kvm", "qemu", "xen", "lxc", "bhyve", "vz", "hyperv", "test", "vmware", "openvz", "hvf");

  private static final List<String> DECLARATIONS =
      List.of(
          "<?xml version='1.0'?>",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
          "<?xml version='1.0' encoding='utf-8' standalone='no'?>",
          "<?xml version='1.0' encoding='Utf-8' standalone='yes' ?>",
          "<?xml version='1.0' encoding='ISO-8859-1'?>",
          "<?xml version='1.0' encoding='iso-8859-1'?>",
          "<?xml version='1.0' encoding='US-ASCII'?>",
          "<?xml version='1.1'?>");

  private OddDocuments() {}

  /** Ways to write any document differently and mean the same, by name. */
  static Map<String, UnaryOperator<String>> writings() {
    Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
    ways.put("plain", s -> s);
    ways.put("byte order mark", s -> "\uFEFF" + s);
    ways.put("CRLF", s -> s.replace("\n", "\r\n"));
    ways.put("lone CR", s -> s.replace("\n", "\r"));
    ways.put("mixed line ends", s -> s.replaceFirst("\n", "\r\n").replaceFirst("\n ", "\r "));
    ways.put("one line", s -> s.replaceAll("\n *", ""));
    ways.put("tabs", s -> s.replace("  ", "\t"));
    ways.put("no final newline", String::strip);
    ways.put("double quotes", s -> s.replace('\'', '"'));
    ways.put("one double quote", s -> s.replaceFirst("'([^']*)'", "\"$1\""));
    ways.put("space in end tags", s -> s.replaceAll("</([a-z]+)>", "</$1 >"));
    ways.put("newline in tags", s -> s.replaceAll("([a-z'])(/?)>", "$1\n\t$2>"));
    ways.put("space around equals", s -> s.replaceAll("([a-z])='", "$1 =\r\n '"));
    ways.put(
        "comments",
        s -> "<!--a-->" + s.replaceAll("(?m)^( +)<", "$1<!-- <cell/> & spm -->\n<") + "<!--b-->");
    ways.put(
        "instructions", s -> "<?a b='>'?>" + s.replaceAll("(?m)^( +)</", "$1<?c?></") + "<?d?>\n");
    ways.put("space all around", s -> s.replaceAll(">\n", ">\n\n \t \n") + "\n\n");
    for (String declaration : DECLARATIONS) {
      ways.put(declaration, s -> declaration + "\n" + s);
      ways.put("mark and " + declaration, s -> "\uFEFF" + declaration + s);
    }
    return ways;
  }

  /** Domains without SPM, of every kind. */
  static List<String> ordinary() {
    List<String> documents = new ArrayList<>();
    for (String type : TYPES) {
      documents.add("<domain type='" + type + "'>\n  <name>x</name>\n" + body() + "</domain>\n");
    }
    documents.addAll(strange());
    return documents;
  }

  private static String body() {
    return """
          <title>spm='on'</title>
          <description><![CDATA[<cell id='1' spm='on'/>]]> &lt;spm&gt; &#x41;&amp;</description>
          <metadata>
            <a:numa xmlns:a='http://example.com/a'><a:cell spm='on'/></a:numa>
            <numa xmlns='http://example.com/b'><cell id='1' spm='yes'><source/></cell></numa>
          </metadata>
          <memory unit='GiB'>4</memory>
          <cpu><numa><cell cpus='0' memory='4' id='0' unit='GiB'/></numa></cpu>
          <x:numa xmlns:x='http://example.com/x'><x:cell spm='on'/></x:numa>
          <devices/>
        """;
  }

  private static List<String> strange() {
    return List.of(
        "<domain/>\n",
        "<domain></domain>",
        "<domain type='kvm' id='-1' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><q:commandline/></domain>\n",
        "<domain type='kvm'><name>\uD83E\uDDE0 \u00e9 \u2028</name></domain>\n",
        "<domain type='kvm'><cpu><numa><cell id='zero' memory='-4'/></numa></cpu></domain>\n",
        "<domain type='kvm'><cpu/><cpu><numa/></cpu><devices>&#65;</devices></domain>\n",
        "<domain type='no such'><os><type arch='riscv64' machine='virt'>hvm</type></os></domain>\n",
        "<domain type='kvm'><description>" + "spm ".repeat(1 << 18) + "</description></domain>\n",
        "<domain type='kvm'><devices>"
            + "<disk type='file'/>\n".repeat(50_000)
            + "</devices></domain>\n",
        "<domain type='kvm' " + "a".repeat(100_000) + "='" + "b".repeat(100_000) + "'/>\n");
  }

  /** True for what can be said in the encoding the declaration names. */
  static boolean fits(String document) {
    boolean declared =
        document.contains("ISO-8859-1")
            || document.contains("iso-8859-1")
            || document.contains("US-ASCII");
    return !declared || document.chars().skip(1).allMatch(c -> c < 0x80);
  }

  static byte[] bytes(String document) {
    return document.getBytes(UTF_8);
  }
}
