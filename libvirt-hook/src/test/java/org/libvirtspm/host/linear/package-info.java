/** Measures how the work on a document grows with its size. */
package org.libvirtspm.host.linear;
