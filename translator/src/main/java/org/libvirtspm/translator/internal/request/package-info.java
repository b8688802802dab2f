/** Requests for SPM that stand outside the document, as engines keep them. */
package org.libvirtspm.translator.internal.request;
