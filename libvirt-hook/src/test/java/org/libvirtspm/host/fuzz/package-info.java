/** What the fuzz tests of the command line and of the hook make their cases of. */
package org.libvirtspm.host.fuzz;
