/** Installs and removes the hook. */
package org.libvirtspm.host.hook.install;
