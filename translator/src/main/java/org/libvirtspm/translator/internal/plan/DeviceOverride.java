package org.libvirtspm.translator.internal.plan;

import java.util.ArrayList;
import java.util.List;

/** What {@code <qemu:override>} shall change on one device (libvirt 8.2 and later). */
public final class DeviceOverride {

  /**
   * One property.
   *
   * @param type string, unsigned or remove
   * @param value null to remove it
   */
  public record Property(String name, String type, String value) {}

  private final String alias;
  private final List<Property> properties = new ArrayList<>();

  /** Starts without properties. */
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

  /** Takes a property away. */
  public DeviceOverride remove(String name) {
    properties.add(new Property(name, "remove", null));
    return this;
  }

  /** The device's alias. */
  public String alias() {
    return alias;
  }

  /** The properties in the order they were set. */
  public List<Property> properties() {
    return List.copyOf(properties);
  }
}
