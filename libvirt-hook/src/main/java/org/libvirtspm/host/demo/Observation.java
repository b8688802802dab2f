package org.libvirtspm.host.demo;

/**
 * One thing the domain declares, next to what the guest saw of it.
 *
 * @param holds whether they agree
 */
public record Observation(boolean holds, String subject, String declared, String seen) {}
