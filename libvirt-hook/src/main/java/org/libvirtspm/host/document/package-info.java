/** What host commands read from a domain's XML. */
package org.libvirtspm.host.document;
