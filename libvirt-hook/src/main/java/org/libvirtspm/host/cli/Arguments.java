package org.libvirtspm.host.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line read as GNU tools read theirs: options anywhere, {@code --} ends them. */
final class Arguments {

  private final Usage usage;
  private final Deque<String> rest;
  private final Map<Option, String> options = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments(Usage usage, List<String> typed) {
    this.usage = usage;
    this.rest = new ArrayDeque<>(typed);
  }

  /**
   * Reads what was typed after the verb.
   *
   * @throws UsageException if the verb does not take it
   */
  static Arguments parse(Usage usage, List<String> typed) {
    Arguments arguments = new Arguments(usage, typed);
    while (!arguments.rest.isEmpty()) {
      arguments.take(arguments.rest.remove());
    }
    return arguments;
  }

  /** True if the option is there. */
  boolean has(Option option) {
    return options.containsKey(option);
  }

  /** The option's value, if it is there. */
  Optional<String> value(Option option) {
    return Optional.ofNullable(options.get(option));
  }

  /** What is no option, in order. */
  List<String> operands() {
    return operands;
  }

  private void take(String typed) {
    if (typed.equals("--")) {
      operands.addAll(rest);
      rest.clear();
    } else if (typed.startsWith("--")) {
      takeLong(typed);
    } else if (typed.startsWith("-") && typed.length() > 1) {
      takeShort(typed);
    } else {
      operands.add(typed);
    }
  }

  private void takeLong(String typed) {
    int equals = typed.indexOf('=');
    String name = equals < 0 ? typed : typed.substring(0, equals);
    put(name, equals < 0 ? null : typed.substring(equals + 1));
  }

  /** Takes {@code -o} with its value behind it, joined to it or not. */
  private void takeShort(String typed) {
    put(typed.substring(0, 2), typed.length() == 2 ? null : typed.substring(2));
  }

  private void put(String name, String joinedValue) {
    Option option = find(name);
    if (!option.takesValue() && joinedValue != null) {
      throw new UsageException("the option " + name + " takes no value");
    }
    if (options.containsKey(option) && option.takesValue()) {
      throw new UsageException("the option " + name + " is given twice");
    }
    options.put(option, option.takesValue() && joinedValue == null ? next(name) : joinedValue);
  }

  private Option find(String name) {
    return usage
        .option(name)
        .orElseThrow(() -> new UsageException("there is no option '" + name + "'"));
  }

  private String next(String name) {
    if (rest.isEmpty()) {
      throw new UsageException("the option " + name + " lacks its value");
    }
    return rest.remove();
  }
}
