package org.libvirtspm.kubevirt;

import com.google.protobuf.ByteString;

/**
 * A request of virt-launcher, independent of the protocol version.
 *
 * @param method name of the call
 * @param domainType hypervisor type of the domain
 * @param domain the domain XML
 * @param vmi the VirtualMachineInstance in JSON
 * @param context purpose of the domain: Boot or MigrationTarget
 */
record Call(String method, String domainType, ByteString domain, ByteString vmi, String context) {}
