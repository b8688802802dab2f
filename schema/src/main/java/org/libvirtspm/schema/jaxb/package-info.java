/**
 * The contents of a NUMA cell as classes, generated from the XML Schema when the module is built.
 */
package org.libvirtspm.schema.jaxb;
