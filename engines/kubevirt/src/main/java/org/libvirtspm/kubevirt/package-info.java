/** The plug-in for KubeVirt: serves the translation by gRPC on a unix socket. */
package org.libvirtspm.kubevirt;
