/** Rewrites domain XML that declares Specific Purpose Memory into what libvirt takes, and back. */
package org.libvirtspm.translator;
