package dev.sluice.core.plan;

/**
 * How states are named after their step: {@code S?} is the gate of step S, {@code S skipped} stands
 * for it where it is skipped, {@code S} and {@code S: detail} do its work.
 */
public final class StateName {
  /** The first state of a machine: turns the input into a plan. */
  public static final String PLAN = "plan";

  /** Goes on with a good input. */
  public static final String PLAN_ACCEPTED = "plan accepted?";

  /** Ends the execution where the input is wrong, before anything ran. */
  public static final String PLAN_REFUSED = "plan refused";

  /** The last state: puts out what every step did. */
  public static final String REPORT = "report";

  private static final String GATE = "?";
  private static final String SKIPPED = " skipped";
  private static final String DETAIL = ":";
  private static final String[] MARKS = {GATE, DETAIL, SKIPPED};

  private StateName() {}

  /** The choice in front of a step. */
  public static String gate(String step) {
    return step + GATE;
  }

  /** What stands for a step that does not run. */
  public static String skipped(String step) {
    return step + SKIPPED;
  }

  /** A part of a step's work. */
  public static String detail(String step, String detail) {
    return step + DETAIL + " " + detail;
  }

  /** The parallel of that number, counted from 1; belongs to no step. */
  public static String parallel(int number) {
    return "in parallel " + number;
  }

  /** True for a gate; a choice within a step's work is none. */
  public static boolean isGate(String state) {
    return state.endsWith(GATE) && !state.contains(DETAIL);
  }

  /**
   * True where the state does a step's work, other than a gate or what stands for a skipped one.
   */
  public static boolean isWork(String state) {
    return !isGate(state) && !state.endsWith(SKIPPED);
  }

  /** The step's name in the state's name; a state of no step gives a name that no step has. */
  public static String stepOf(String state) {
    int end = state.length();
    for (String mark : MARKS) {
      int at = state.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return state.substring(0, end);
  }
}
