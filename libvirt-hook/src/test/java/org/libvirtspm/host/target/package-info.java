/** Tests of the choice of a dialect. */
package org.libvirtspm.host.target;
