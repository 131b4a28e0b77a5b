package dev.sluice.local.asl.run;

import dev.sluice.local.asl.definition.MapState;

/** Runs distributed maps. */
@FunctionalInterface
public interface MapStarter {
  /**
   * Starts the map run of a state, or goes on with the one that the attempt's record names; ends
   * the attempt when it is done.
   */
  void start(Attempt attempt, MapState state);
}
