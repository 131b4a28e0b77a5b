package dev.sluice.core.plan;

import java.util.List;

/** The words of an execution's input. */
public final class RunInput {
  /** Selector: an object of step names and booleans; a step that is not named runs. */
  public static final String STEPS = "steps";

  /** Selector: the list of the steps that run. */
  public static final String ONLY = "only";

  /** Selector: a step, which runs with every step after it. */
  public static final String FROM = "from";

  /** Selector: the list of the steps that do not run. */
  public static final String SKIP = "skip";

  /** An object of the run's parameters. */
  public static final String PARAMETERS = "parameters";

  /** Ignored: AWS's console offers one as the input of every execution. */
  public static final String COMMENT = "Comment";

  /** An input has one of these at most. */
  public static final List<String> SELECTORS = List.of(STEPS, ONLY, FROM, SKIP);

  /** What users write, apart from the short form, whose keys are names of steps. */
  public static final List<String> KEYS = List.of(STEPS, ONLY, FROM, SKIP, PARAMETERS);

  /** The step that runs beside a part as beside a whole, with each selector but the short form. */
  public static final String GUARD = "guard";

  /** The error of an execution whose input was wrong; a redrive would be refused alike. */
  public static final String REFUSED = "InvalidInput";

  private RunInput() {}
}
