package org.libvirtspm.kubevirt;

import com.google.protobuf.ByteString;

/**
 * What virt-launcher asks, in whatever version's words.
 *
 * @param method the name of the call
 * @param domainType which hypervisor the domain is for
 * @param domain the domain's XML
 * @param vmi the VirtualMachineInstance in JSON
 * @param context what the domain is for: Boot or MigrationTarget
 */
record Call(String method, String domainType, ByteString domain, ByteString vmi, String context) {}
