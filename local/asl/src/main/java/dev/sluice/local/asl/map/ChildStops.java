package dev.sluice.local.asl.map;

import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.StateError;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who waits for the end of a child that was stopped. Guarded by the map run's monitor. */
final class ChildStops {
  private final Map<Integer, CompletableFuture<Void>> waiting = new HashMap<>();

  /**
   * Stops a child.
   *
   * @param run null where it is not under way
   * @return completes when it has ended
   */
  CompletableFuture<Void> stop(int child, Run run, StateError error) {
    if (run == null) {
      return CompletableFuture.completedFuture(null);
    }
    run.stop(error);
    return waiting.computeIfAbsent(child, key -> new CompletableFuture<>());
  }

  void ended(int child) {
    CompletableFuture<Void> stopped = waiting.remove(child);
    if (stopped != null) {
      stopped.complete(null);
    }
  }
}
