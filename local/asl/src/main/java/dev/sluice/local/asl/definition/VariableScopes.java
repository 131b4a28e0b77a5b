package dev.sluice.local.asl.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that no Map or Parallel assigns a variable that is assigned around it as well: what is
 * inside has variables of its own, and AWS refuses two of one name.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">AWS,
 *     Passing data between states with variables</a>
 */
final class VariableScopes {
  private final Findings findings;

  private VariableScopes(Findings findings) {
    this.findings = findings;
  }

  static void check(Block root, Findings findings) {
    new VariableScopes(findings).check(root, "", Set.of());
  }

  private void check(Block block, String path, Set<String> around) {
    Map<String, String> own = new LinkedHashMap<>();
    block.states().values().forEach(state -> assigned(state, path + "/States/", own));
    own.forEach(
        (name, place) -> {
          if (around.contains(name)) {
            findings.add(
                "DUPLICATE_VARIABLE_NAME",
                place,
                "The variable name '" + name + "' was already defined in a parent scope.");
          }
        });
    Set<String> visible = new LinkedHashSet<>(around);
    visible.addAll(own.keySet());
    for (State state : block.states().values()) {
      String at = path + "/States/" + state.name();
      if (state instanceof MapState map && map.processor() != null) {
        check(map.processor(), at + "/ItemProcessor", visible);
      } else if (state instanceof ParallelState parallel) {
        for (int i = 0; i < parallel.branches().size(); i++) {
          check(parallel.branches().get(i), at + "/Branches[" + i + "]", visible);
        }
      }
    }
  }

  /** Adds the variables that a state assigns, each with the place of its first assignment. */
  private static void assigned(State state, String path, Map<String, String> into) {
    String at = path + state.name();
    add(state.exit(), at, into);
    List<Exit> catchers = new ArrayList<>();
    state.errors().catchers().forEach(catcher -> catchers.add(catcher.exit()));
    for (int i = 0; i < catchers.size(); i++) {
      add(catchers.get(i), at + "/Catch[" + i + "]", into);
    }
    if (state instanceof ChoiceState choice) {
      for (int i = 0; i < choice.rules().size(); i++) {
        add(choice.rules().get(i).exit(), at + "/Choices[" + i + "]", into);
      }
    }
  }

  private static void add(Exit exit, String at, Map<String, String> into) {
    if (exit.assign() != null) {
      exit.assign().names().forEach(name -> into.putIfAbsent(name, at + "/Assign/" + name));
    }
  }
}
