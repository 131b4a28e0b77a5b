package dev.sluice.lambda.manifest;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.Transition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** VALID to INGESTED for the files that a step read. Doing it again changes and loses nothing. */
public final class Ingestion {

  /** DynamoDB has no conditional batch update; writes side by side make up for it. */
  private static final int WRITERS = 16;

  private static final int BATCH = 400;

  private final AuditTable audit;
  private final Manifests manifests;
  private final Clock clock;

  public Ingestion(AuditTable audit, Manifests manifests, Clock clock) {
    this.audit = audit;
    this.manifests = manifests;
    this.clock = clock;
  }

  /**
   * Marks the files of one step's manifest.
   *
   * @return how many are ingested by this run, those that an earlier attempt marked included
   */
  public long mark(String run, String step) {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Boolean>> batch = new ArrayList<>();
      long[] ingested = {0};
      manifests.forEach(
          run,
          step,
          file -> {
            batch.add(() -> mark(run, file));
            if (batch.size() == BATCH) {
              ingested[0] += run(writers, batch);
            }
          });
      return ingested[0] + run(writers, batch);
    } finally {
      writers.shutdownNow();
    }
  }

  private boolean mark(String run, FileVersion file) {
    AuditTable.Change change = audit.apply(Transition.ingested(file, run, clock.instant()));
    return change.made() || change.now().filter(now -> isDone(now, file, run)).isPresent();
  }

  private static boolean isDone(AuditRecord now, FileVersion file, String run) {
    return now.speaksOf(file) && now.state() == FileState.INGESTED && now.run().equals(run);
  }

  private static long run(ExecutorService writers, List<Callable<Boolean>> batch) {
    try {
      long done = 0;
      for (Future<Boolean> write : writers.invokeAll(batch)) {
        done += write.get() ? 1 : 0;
      }
      batch.clear();
      return done;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while marking files as ingested", e);
    }
  }
}
