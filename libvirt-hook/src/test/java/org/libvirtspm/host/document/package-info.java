/** Tests of what the host wants to know of a domain's XML. */
package org.libvirtspm.host.document;
