/** SPM requests from outside the document, as management engines keep them. */
package org.libvirtspm.translator.internal.request;
