/** Tests of the command as its users see it. */
package org.libvirtspm.host.cli;
