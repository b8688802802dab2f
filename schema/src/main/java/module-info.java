/** The language: its schemas, and the classes that JAXB binds a declared topology to. */
module org.libvirtspm.schema {
  requires transitive jakarta.xml.bind;
  requires transitive java.xml;

  exports org.libvirtspm.schema;
  exports org.libvirtspm.schema.jaxb;

  opens org.libvirtspm.schema.jaxb to
      jakarta.xml.bind;
}
