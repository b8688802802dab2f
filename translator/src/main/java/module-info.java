/** The translation of domain XML that declares Specific Purpose Memory. */
module org.libvirtspm.translator {
  requires jakarta.xml.bind;
  requires java.xml;
  requires org.libvirtspm.schema;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;

  exports org.libvirtspm.translator;
}
