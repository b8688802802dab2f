package org.libvirtspm.translator.fuzz;

import java.util.List;

/**
 * Changes a document somewhere: its elements, attributes, values, writing, our record, or bytes.
 */
final class Mutator {

  @FunctionalInterface
  private interface Mutation {
    String apply(Text text);
  }

  /** Elements first: what is no longer well-formed is refused, and teaches little. */
  private static final List<Mutation> MUTATIONS =
      List.of(
          t -> ElementMutations.twice(t),
          t -> ElementMutations.drop(t),
          t -> ElementMutations.move(t),
          t -> ElementMutations.swap(t),
          t -> ElementMutations.splice(t),
          t -> ElementMutations.insert(t),
          t -> ElementMutations.rename(t),
          t -> AttributeMutations.drop(t),
          t -> AttributeMutations.move(t),
          t -> AttributeMutations.value(t),
          t -> AttributeMutations.value(t),
          t -> AttributeMutations.add(t),
          t -> WritingMutations.number(t),
          t -> WritingMutations.number(t),
          t -> WritingMutations.between(t),
          t -> WritingMutations.between(t),
          t -> WritingMutations.reference(t),
          t -> WritingMutations.whole(t),
          t -> RecordMutations.some(t),
          t -> RecordMutations.some(t),
          t -> RecordMutations.some(t),
          t -> WritingMutations.noise(t));

  private Mutator() {}

  /** The text, changed one to four times. */
  static String mutate(String text, Choices choices) {
    String changed = text;
    for (int i = choices.below(4); i >= 0; i--) {
      changed = choices.of(MUTATIONS).apply(new Text(changed, choices));
    }
    return changed;
  }
}
