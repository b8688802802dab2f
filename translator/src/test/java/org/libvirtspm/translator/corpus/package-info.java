/** Odd documents, of which not a byte may be lost. */
package org.libvirtspm.translator.corpus;
