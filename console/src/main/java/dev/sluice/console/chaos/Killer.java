package dev.sluice.console.chaos;

import dev.sluice.console.local.Home;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out the kills of one run, one after the other, each when its time has come. */
final class Killer {
  /** How often it looks for a process that does not run yet. */
  private static final long LOOK_EVERY_MILLIS = 20;

  private final Home home;
  private final Deque<Kill> planned;
  private final Duration deployment;
  private final Duration run;
  private final Consumer<String> tell;
  private final List<Kill> done = new ArrayList<>();
  private Thread waiting;

  /**
   * Kills nothing yet.
   *
   * @param deployment how long the undisturbed deployment took
   * @param run how long the undisturbed execution took
   */
  Killer(Home home, List<Kill> kills, Duration deployment, Duration run, Consumer<String> tell) {
    this.home = home;
    this.planned = new ArrayDeque<>(kills);
    this.deployment = deployment;
    this.run = run;
    this.tell = tell;
  }

  /** The deployment begins: kills in it, where the next kill is one of those. */
  void deploying() {
    arm(true, deployment);
  }

  /** The execution runs: kills in it, where the next kill is one of those. */
  void running() {
    arm(false, run);
  }

  private void arm(boolean inDeployment, Duration whole) {
    Kill next = planned.peek();
    if (next == null || next.deploying() != inDeployment || waiting != null) {
      return;
    }
    waiting = new Thread(() -> kill(next, whole), "killer");
    waiting.setDaemon(true);
    waiting.start();
  }

  private void kill(Kill kill, Duration whole) {
    try {
      Thread.sleep((long) (whole.toMillis() * kill.moment()));
      Optional<ProcessHandle> found = kill.victim().find(home);
      while (found.isEmpty()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        found = kill.victim().find(home);
      }
      found.get().destroyForcibly();
      synchronized (this) {
        done.add(kill);
      }
      tell.accept("killed " + kill + " (process " + found.get().pid() + ")");
    } catch (InterruptedException ended) {
      // The execution, or the deployment, was faster than the kill.
    }
  }

  /**
   * What the next kill was for has ended. One of the run that did not happen is left for a redrive;
   * one of the deployment comes in the run then, since there is one first deployment only.
   */
  void ended() {
    if (waiting == null) {
      return;
    }
    waiting.interrupt();
    try {
      waiting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting = null;
    Kill next = planned.remove();
    if (!done().contains(next)) {
      planned.addFirst(new Kill(next.victim(), false, next.moment()));
    }
  }

  /** The kills that happened. */
  synchronized List<Kill> done() {
    return List.copyOf(done);
  }
}
