/** Requests that stand outside the document. */
package org.libvirtspm.translator.request;
