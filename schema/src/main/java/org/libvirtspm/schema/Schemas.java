package org.libvirtspm.schema;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/** The grammars of the extended domain XML, and the names of the metadata form. */
public final class Schemas {
  /** The namespace of the metadata form. */
  public static final String NAMESPACE = "https://libvirt-spm.org/xmlns/domain/1.0";

  /** The prefix we write for {@link #NAMESPACE}; readers accept any. */
  public static final String PREFIX = "spm";

  /** The element that holds cells, both below {@code <cpu>} and as the metadata form. */
  public static final String NUMA = "numa";

  /** The element below {@link #NUMA} that describes one node. */
  public static final String CELL = "cell";

  /** The attribute of a cell that says whether its memory is special purpose: on or off. */
  public static final String SPM = "spm";

  /** The element of the metadata form that keeps what a translation replaced. */
  public static final String UNDO = "undo";

  /** The attribute of the metadata form that names the dialect of QEMU translated to. */
  public static final String DIALECT = "dialect";

  /** The attribute of the metadata form that says native or passthrough. */
  public static final String FORM = "form";

  /** The attribute of the metadata form that says where the author wrote the cells. */
  public static final String DECLARED = "declared";

  /** Where libvirt installs the grammar that the RELAX NG overlay includes. */
  public static final String LIBVIRT_DOMAIN_RNG = "/usr/share/libvirt/schemas/domain.rng";

  private static final String DOMAIN_XSD = "domain.xsd";
  private static final String DOMAIN_RNG = "domain-spm.rng";

  private Schemas() {}

  /** Returns the XML Schema of a domain; it finds its other documents beside itself. */
  public static URL domainXsd() {
    return resource(DOMAIN_XSD);
  }

  /** Returns the RELAX NG overlay of a domain, which includes libvirt's installed grammar. */
  public static URL domainRng() {
    return resource(DOMAIN_RNG);
  }

  /** Returns every grammar document, for a caller who needs them as files in one folder. */
  public static List<URL> all() {
    return List.of(
        domainXsd(),
        resource("spm.xsd"),
        resource("numa.xsd"),
        domainRng(),
        resource("spm-numa.rng"));
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Schemas.class.getResource(name), name);
  }
}
