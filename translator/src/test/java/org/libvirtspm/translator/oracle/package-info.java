/** Judges for documents: sameness, layout, the schema, and a libvirt made of a few rules. */
package org.libvirtspm.translator.oracle;
