package dev.sluice.pipeline.model;

/**
 * What a step costs, when nothing goes wrong.
 *
 * @param transitions state transitions of the execution itself (standard workflow)
 * @param perItem what each item (file, table, segment) adds, in words; empty where nothing does
 * @param glueSeconds whether it pays for Glue capacity, billed by the second
 * @see <a href="https://aws.amazon.com/step-functions/pricing/">Step Functions pricing</a>
 */
public record Cost(int transitions, String perItem, boolean glueSeconds) {
  /** Transitions only. */
  public static Cost transitions(int transitions) {
    return new Cost(transitions, "", false);
  }

  /** Adds what each item costs. */
  public Cost perItem(String words) {
    return new Cost(transitions, words, glueSeconds);
  }

  /** Says that Glue capacity is paid for. */
  public Cost andGlue() {
    return new Cost(transitions, perItem, true);
  }
}
