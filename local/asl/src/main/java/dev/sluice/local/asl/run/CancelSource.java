package dev.sluice.local.asl.run;

import dev.sluice.local.asl.integration.CancelSignal;
import java.util.ArrayList;
import java.util.List;

/** The engine's end of a {@link CancelSignal}. */
final class CancelSource implements CancelSignal {
  private List<Runnable> actions = new ArrayList<>();

  @Override
  public synchronized boolean cancelled() {
    return actions == null;
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (actions != null) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  void cancel() {
    List<Runnable> due;
    synchronized (this) {
      due = actions == null ? List.of() : actions;
      actions = null;
    }
    due.forEach(Runnable::run);
  }

  synchronized boolean watched() {
    return actions != null && !actions.isEmpty();
  }
}
