/** The translation held against real libvirt, document by generated document. */
package org.libvirtspm.testbed;
