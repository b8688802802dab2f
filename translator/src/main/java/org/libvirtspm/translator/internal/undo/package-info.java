/** Undoing a translation: from a translated document to its extended XML. */
package org.libvirtspm.translator.internal.undo;
