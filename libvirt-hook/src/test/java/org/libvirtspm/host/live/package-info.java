/** Tests of the verbs that talk to libvirt, as processes beside a real libvirtd. */
package org.libvirtspm.host.live;
