package dev.sluice.console.progress;

/**
 * Reads a step's name off the names of its states: {@code S?} is the gate of step S, {@code S
 * skipped} stands for it where it is skipped, {@code S} and {@code S: detail} do its work.
 */
final class StateNames {
  private static final String SKIPPED = " skipped";

  private StateNames() {}

  static boolean isGate(String state) {
    return state.endsWith("?") && !state.contains(":");
  }

  static String stepOf(String state) {
    int end = state.length();
    for (String mark : new String[] {"?", ":", SKIPPED}) {
      int at = state.indexOf(mark);
      if (at >= 0) {
        end = Math.min(end, at);
      }
    }
    return state.substring(0, end);
  }
}
