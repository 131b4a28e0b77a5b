package dev.sluice.lambda.wait;

import dev.sluice.core.function.Payload;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells waiting executions of a file. Whoever waits stores its token before it looks for files, and
 * whoever registers a file writes it before it looks for tokens: one of both sees the other.
 */
public final class WakeUp {

  private final Waiters waiters;
  private final TaskTokens tokens;

  public WakeUp(Waiters waiters, TaskTokens tokens) {
    this.waiters = waiters;
    this.tokens = tokens;
  }

  /**
   * Wakes every execution that waits for the file's dataset.
   *
   * @return how many were still waiting
   */
  public int all(FileVersion file) {
    int woken = 0;
    for (Waiters.Waiter waiter : waiters.of(file.dataset())) {
      if (one(waiter, file)) {
        woken++;
      }
    }
    return woken;
  }

  /** Wakes one execution; false where it waits no more. Its token is forgotten either way. */
  public boolean one(Waiters.Waiter waiter, FileVersion file) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(Payload.DATASET, file.dataset());
    output.put(Payload.OBJECT, file.object());
    boolean woken = tokens.succeed(waiter.token(), Json.text(output));
    waiters.remove(waiter);
    return woken;
  }
}
