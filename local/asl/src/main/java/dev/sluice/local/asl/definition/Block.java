package dev.sluice.local.asl.definition;

import java.util.Map;

/** StartAt and States: a machine, a branch or an item processor. */
public record Block(String startAt, Map<String, State> states) {
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalStateException("There is no state named " + name + ".");
    }
    return state;
  }
}
