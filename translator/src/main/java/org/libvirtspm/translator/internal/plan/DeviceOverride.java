package org.libvirtspm.translator.internal.plan;

import java.util.ArrayList;
import java.util.List;

/** Property changes of one device, for {@code <qemu:override>} (libvirt 8.2 and later). */
public final class DeviceOverride {

  /**
   * A change of one property.
   *
   * @param type string, unsigned or remove
   * @param value the new value; null for remove
   */
  public record Property(String name, String type, String value) {}

  private final String alias;
  private final List<Property> properties = new ArrayList<>();

  /** Starts without changes, for the device of an alias. */
  public DeviceOverride(String alias) {
    this.alias = alias;
  }

  /** Sets a property to a string. */
  public DeviceOverride string(String name, String value) {
    properties.add(new Property(name, "string", value));
    return this;
  }

  /** Sets a property to a number. */
  public DeviceOverride unsigned(String name, long value) {
    properties.add(new Property(name, "unsigned", String.valueOf(value)));
    return this;
  }

  /** Removes a property. */
  public DeviceOverride remove(String name) {
    properties.add(new Property(name, "remove", null));
    return this;
  }

  /** Returns the device's alias. */
  public String alias() {
    return alias;
  }

  /** Returns the changes in the order they were made. */
  public List<Property> properties() {
    return List.copyOf(properties);
  }
}
