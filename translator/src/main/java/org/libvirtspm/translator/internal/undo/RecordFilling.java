package org.libvirtspm.translator.internal.undo;

import org.libvirtspm.schema.jaxb.Added;
import org.libvirtspm.schema.jaxb.Changed;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.schema.jaxb.Resized;
import org.libvirtspm.translator.internal.xml.Element;

/** Fills the schema's classes from checked entries of a record, as JAXB does. */
final class RecordFilling {

  private RecordFilling() {}

  static Removed removed(Element e) {
    Removed removed = new Removed();
    e.value("from").ifPresent(removed::setFrom);
    e.value("at").map(Long::valueOf).ifPresent(removed::setAt);
    e.value("cell").map(Long::valueOf).ifPresent(removed::setCell);
    e.value("text").map(Long::valueOf).ifPresent(removed::setText);
    e.value("space").ifPresent(removed::setSpace);
    return removed;
  }

  static Added added(Element e) {
    Added added = new Added();
    e.value("to").ifPresent(added::setTo);
    return added;
  }

  static Resized resized(Element e) {
    Resized resized = new Resized();
    e.value("wrote").map(Long::valueOf).ifPresent(resized::setWrote);
    e.value("spm").map(Long::valueOf).ifPresent(resized::setSpm);
    return resized;
  }

  static Changed changed(Element e) {
    Changed changed = new Changed();
    e.value("at").ifPresent(changed::setAt);
    e.value("index").map(Long::valueOf).ifPresent(changed::setIndex);
    e.value("was").ifPresent(changed::setWas);
    e.value("now").ifPresent(changed::setNow);
    return changed;
  }
}
