/** Documents as text with exact offsets: a light tree to read, and edits to apply. */
package org.libvirtspm.translator.internal.xml;
