/** Tests of the plug-in, by gRPC on a unix socket. */
package org.libvirtspm.kubevirt;
