/** The steps of a translation, in small pieces that a form puts in order. */
package org.libvirtspm.translator.internal.step;
