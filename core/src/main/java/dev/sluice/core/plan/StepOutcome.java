package dev.sluice.core.plan;

/** What a step puts out under its name, {@code {"status": "SUCCEEDED", "rows": 7}}. */
public final class StepOutcome {
  /** The field that says how the step ended; the others are what it counted. */
  public static final String STATUS = "status";

  /** The step did its work. */
  public static final String SUCCEEDED = "SUCCEEDED";

  /** The plan left the step out. */
  public static final String SKIPPED = "SKIPPED";

  private StepOutcome() {}
}
