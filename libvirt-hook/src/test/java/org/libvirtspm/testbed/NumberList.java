package org.libvirtspm.testbed;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of numbers, written as {@code 0-2}, {@code 0,1} or {@code 0 1}. */
final class NumberList {
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

  private NumberList() {}

  /** The numbers in ascending order, separated by spaces. */
  static String canonical(String text) {
    return numbers(text).stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static NavigableSet<Integer> numbers(String text) {
    NavigableSet<Integer> numbers = new TreeSet<>();
    RANGE.matcher(text).results().forEach(range -> add(range, numbers));
    return numbers;
  }

  private static void add(MatchResult range, NavigableSet<Integer> into) {
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    for (int n = first; n <= last; n++) {
      into.add(n);
    }
  }
}
