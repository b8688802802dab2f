package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.translator.internal.xml.Element;

/**
 * A latency or bandwidth between two nodes.
 *
 * @param isLatency true for {@code <latency>}, false for {@code <bandwidth>}
 * @param cache 0 for the memory itself, otherwise the level of the memory side cache
 * @param type access, read or write
 * @param value nanoseconds for a latency, KiB per second for a bandwidth
 */
public record Interconnect(
    boolean isLatency,
    int initiator,
    int target,
    int cache,
    String type,
    long value,
    Element element) {}
