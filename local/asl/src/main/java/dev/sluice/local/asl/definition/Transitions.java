package dev.sluice.local.asl.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that every state of a block can be reached and leads somewhere. */
final class Transitions {
  private Transitions() {}

  static void check(Fields fields, Block block) {
    if (block.states().isEmpty()) {
      fields.problem("States", "Value cannot be empty");
      return;
    }
    Findings findings = fields.findings();
    if (block.startAt() != null && !block.states().containsKey(block.startAt())) {
      findings.add(Finding.TARGET, fields.path("StartAt"), missing("StartAt", block.startAt()));
    }
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    if (block.startAt() != null) {
      open.add(block.startAt());
    }
    while (!open.isEmpty()) {
      String name = open.pop();
      State state = block.states().get(name);
      if (state != null && seen.add(name)) {
        open.addAll(targets(state).values());
      }
    }
    for (State state : block.states().values()) {
      String path = fields.path("States/" + state.name());
      targets(state)
          .forEach(
              (field, target) -> {
                if (!block.states().containsKey(target)) {
                  String name = field.substring(field.lastIndexOf('/') + 1);
                  findings.add(Finding.TARGET, path + "/" + field, missing(name, target));
                }
              });
      if (!seen.contains(state.name())) {
        findings.add(Finding.TARGET, path, "State \"" + state.name() + "\" is not reachable.");
      }
    }
    // Otherwise it may only seem so.
    if (findings.all().isEmpty() && block.states().values().stream().noneMatch(Transitions::ends)) {
      String path = fields.path().isEmpty() ? null : fields.path();
      findings.add("MISSING_END_STATE", path, "Workflow has no terminal state");
    }
  }

  private static boolean ends(State state) {
    return state instanceof SucceedState
        || state instanceof FailState
        || !(state instanceof ChoiceState) && state.exit().next() == null;
  }

  private static String missing(String field, String target) {
    return "Missing '" + field + "' target: " + target;
  }

  /** Where a state leads, by the field that says so. */
  private static Map<String, String> targets(State state) {
    Map<String, String> targets = new LinkedHashMap<>();
    add(targets, state instanceof ChoiceState ? "Default" : "Next", state.exit());
    List<Catcher> catchers = state.errors().catchers();
    for (int i = 0; i < catchers.size(); i++) {
      add(targets, "Catch[" + i + "]/Next", catchers.get(i).exit());
    }
    if (state instanceof ChoiceState choice) {
      for (int i = 0; i < choice.rules().size(); i++) {
        add(targets, "Choices[" + i + "]/Next", choice.rules().get(i).exit());
      }
    }
    return targets;
  }

  private static void add(Map<String, String> targets, String field, Exit exit) {
    if (exit.next() != null) {
      targets.put(field, exit.next());
    }
  }
}
