package dev.sluice.core.function;

/** Names in the JSON that tells of a pipeline's steps, an array of objects in their order. */
public final class StepField {
  public static final String NAME = "name";

  /** The steps that it directly follows. */
  public static final String AFTER = "after";

  /**
   * What to do when the step fails: an object of error names and sentences. Told to the function
   * that mails; may be absent.
   */
  public static final String ADVICE = "advice";

  private StepField() {}
}
