/** The rules a domain with SPM must keep, one class each. */
package org.libvirtspm.translator.internal.check;
