package dev.sluice.local.asl.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that every state of a block can be reached and leads somewhere. */
final class Transitions {
  private Transitions() {}

  static void check(Fields fields, Block block) {
    if (block.states().isEmpty()) {
      fields.problem("States", "is empty: add at least one state");
      return;
    }
    if (block.startAt() != null && !block.states().containsKey(block.startAt())) {
      fields.problem("StartAt", missing(block.startAt()));
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
        open.addAll(targets(state));
      }
    }
    for (State state : block.states().values()) {
      String path = "States/" + state.name();
      for (String target : targets(state)) {
        if (!block.states().containsKey(target)) {
          fields.problem(path, missing(target));
        }
      }
      if (!seen.contains(state.name())) {
        fields.problem(path, "cannot be reached from StartAt: lead to it or remove it");
      }
    }
  }

  private static String missing(String target) {
    return "leads to '" + target + "', which is no state here: correct the name";
  }

  private static List<String> targets(State state) {
    List<String> targets = new ArrayList<>();
    add(targets, state.exit());
    state.errors().catchers().forEach(c -> add(targets, c.exit()));
    if (state instanceof ChoiceState choice) {
      choice.rules().forEach(rule -> add(targets, rule.exit()));
    }
    return targets;
  }

  private static void add(List<String> targets, Exit exit) {
    if (exit.next() != null) {
      targets.add(exit.next());
    }
  }
}
