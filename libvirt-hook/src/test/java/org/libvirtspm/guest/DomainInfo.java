package org.libvirtspm.guest;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What libvirt counts of a domain's memory. */
record DomainInfo(long maximumKib, long usedKib) {

  static DomainInfo of(Guest guest) throws IOException {
    String info = guest.virsh("dominfo", guest.name());
    return new DomainInfo(kib(info, "Max memory"), kib(info, "Used memory"));
  }

  private static long kib(String info, String what) {
    Matcher matcher = Pattern.compile(what + ": +(\\d+) KiB").matcher(info);
    if (!matcher.find()) {
      throw new AssertionError("dominfo does not tell '" + what + "':\n" + info);
    }
    return Long.parseLong(matcher.group(1));
  }
}
