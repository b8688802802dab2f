/** Tests of what the hook decides, on hosts made of folders. */
package org.libvirtspm.host.hook;
