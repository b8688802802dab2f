package org.libvirtspm.schema;

import java.util.List;
import java.util.Optional;

/**
 * Children of one kind out of the list that JAXB makes of a content in any order: a cell's, a
 * topology's, an interconnect's.
 */
public final class Children {
  private Children() {}

  /** Returns the children of a kind, in document order. */
  public static <T> List<T> all(List<?> children, Class<T> kind) {
    return children.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns the first child of a kind; the schema allows no second where this is asked. */
  public static <T> Optional<T> first(List<?> children, Class<T> kind) {
    return children.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
