/** Tests of the hook as it is installed. */
package org.libvirtspm.host.hook.install;
