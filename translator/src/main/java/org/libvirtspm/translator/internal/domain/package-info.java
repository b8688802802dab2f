/** What the translation needs to know of a domain, read from its document. */
package org.libvirtspm.translator.internal.domain;
