/** Engines that run VMs on this host, and the file by which each of them calls virt-spm. */
package org.libvirtspm.host.engine;
