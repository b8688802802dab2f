/** The way back: from a translated document to the extended XML it came from. */
package org.libvirtspm.translator.internal.undo;
