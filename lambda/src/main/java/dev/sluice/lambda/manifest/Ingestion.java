package dev.sluice.lambda.manifest;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.ParallelWrites;
import dev.sluice.lambda.audit.Transition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** VALID to INGESTED for the files that a step read. Doing it again changes and loses nothing. */
public final class Ingestion {

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
    List<FileVersion> batch = new ArrayList<>();
    AtomicLong ingested = new AtomicLong();
    manifests.forEach(
        run,
        step,
        file -> {
          batch.add(file);
          if (batch.size() == BATCH) {
            mark(run, batch, ingested);
          }
        });
    mark(run, batch, ingested);
    return ingested.get();
  }

  private void mark(String run, List<FileVersion> batch, AtomicLong ingested) {
    ParallelWrites.of(batch, file -> ingested.addAndGet(mark(run, file) ? 1 : 0));
    batch.clear();
  }

  private boolean mark(String run, FileVersion file) {
    AuditTable.Change change = audit.apply(Transition.ingested(file, run, clock.instant()));
    return change.made() || change.now().filter(now -> isDone(now, file, run)).isPresent();
  }

  private static boolean isDone(AuditRecord now, FileVersion file, String run) {
    return now.speaksOf(file) && now.state() == FileState.INGESTED && now.run().equals(run);
  }
}
