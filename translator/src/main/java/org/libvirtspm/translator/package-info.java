/**
 * Rewrites domain XML that declares Specific Purpose Memory into what libvirt takes, and back.
 *
 * <pre>{@code
 * SpmTranslator translator =
 *     SpmTranslator.forTarget(Dialect.named("sp-mem"), LibvirtVersion.parse("12.8.0"));
 * Translation done = translator.translate(xml);
 * done.problems().forEach(p -> log.warning(p.format("guest.xml")));
 * String ready = done.xml(); // throws RefusedException, with the problems, when refused
 * done.cells().forEach(c -> plan(c.id(), c.sizeBytes(), c.path().orElse("the host's memory")));
 * String back = translator.untranslate(ready).xml();
 * }</pre>
 *
 * <p>Everything else is in packages named internal, which may change at any time.
 */
package org.libvirtspm.translator;
