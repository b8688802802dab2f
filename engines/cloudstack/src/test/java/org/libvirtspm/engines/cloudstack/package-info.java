/** Runs the script as CloudStack's KVM agent does. */
package org.libvirtspm.engines.cloudstack;
