/** Whole documents and what must become of them, as files. */
package org.libvirtspm.translator.golden;
