/** Tells which part of the model no golden has ever touched. */
package org.libvirtspm.translator.coverage;
