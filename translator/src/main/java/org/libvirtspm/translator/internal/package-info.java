/** The translation of one document, from its text to a result; may change at any time. */
package org.libvirtspm.translator.internal;
