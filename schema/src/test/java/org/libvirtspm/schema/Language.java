package org.libvirtspm.schema;

/** One of the two languages the grammar is written in. */
enum Language {
  XSD,
  RNG
}
