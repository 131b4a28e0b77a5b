package dev.sluice.local.asl.activity;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A task that waits for a worker. Safe for use by several threads. */
public final class ActivityTask {
  private final String token;
  private final String input;
  private final Consumer<String> started;
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * @param token to answer with
   * @param started told the worker's name, or null, when one fetches the task
   */
  public ActivityTask(String token, String input, Consumer<String> started) {
    this.token = token;
    this.input = input;
    this.started = started;
  }

  String token() {
    return token;
  }

  String input() {
    return input;
  }

  /** Gives the task to a worker; false where it was withdrawn. */
  boolean start(String worker) {
    boolean mine = over.compareAndSet(false, true);
    if (mine) {
      started.accept(worker);
    }
    return mine;
  }

  /** No worker gets it any more. */
  public void withdraw() {
    over.set(true);
  }
}
