/** The planned changes of a translation, collected before the document is edited. */
package org.libvirtspm.translator.internal.plan;
