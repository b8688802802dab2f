/** The {@code virt-spm} command: arguments in, documents and problems out. */
package org.libvirtspm.host.cli;
