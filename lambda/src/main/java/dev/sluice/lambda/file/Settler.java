package dev.sluice.lambda.file;

import dev.sluice.core.audit.FileState;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.lake.Zones;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.AuditTable.Change;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.Transition;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectStore.ObjectGone;
import dev.sluice.lambda.store.ObjectStore.ObjectReplaced;
import dev.sluice.lambda.store.ObjectVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings a new file to where it belongs: copy, then the transition in the audit table, then the
 * deletion of exactly the version that was read. Cut off anywhere, the same call finishes the work;
 * made twice, it changes nothing the second time.
 */
public final class Settler {

  private final AuditTable audit;
  private final ObjectStore store;
  private final Supplier<Contracts> contracts;
  private final PassOn passOn;
  private final String failedBucket;
  private final Clock clock;

  public Settler(
      AuditTable audit,
      ObjectStore store,
      Supplier<Contracts> contracts,
      String lakeBucket,
      String failedBucket,
      Clock clock) {
    this.audit = audit;
    this.store = store;
    this.contracts = contracts;
    this.passOn = new PassOn(store, lakeBucket);
    this.failedBucket = failedBucket;
    this.clock = clock;
  }

  /** To be called with the files that are about to be settled, before the first of them is. */
  public void announce(Collection<FileVersion> files) {
    files.stream()
        .collect(
            Collectors.groupingBy(
                FileVersion::dataset, Collectors.mapping(FileVersion::object, Collectors.toList())))
        .forEach(audit::announce);
  }

  /**
   * Checks the file against its contract; its rows go to the raw zone, or it to the failed bucket.
   */
  public Settled validate(String run, FileVersion file) {
    return ifNew(run, file, () -> checkAndMove(run, file));
  }

  /** Moves the file to the failed bucket without looking into it. */
  public Settled quarantine(String run, FileVersion file, Finding reason) {
    return ifNew(run, file, () -> turnDown(run, file, reason));
  }

  private Settled ifNew(String run, FileVersion file, Supplier<Settled> work) {
    Optional<AuditRecord> record = audit.find(file.dataset(), file.object());
    if (isNew(record, file)) {
      try {
        return work.get();
      } catch (ObjectGone gone) {
        return vanished(run, file, gone);
      } catch (ObjectReplaced replaced) {
        // The newer version's event is on its way, and brings it to the record.
        return new Settled(Verdict.SUPERSEDED, Optional.empty());
      }
    }
    return finish(run, file, record);
  }

  private Settled checkAndMove(String run, FileVersion file) {
    DatasetContract contract = contracts.get().get(file.dataset());
    PassOn.Passed passed =
        passOn.validate(
            contract, file, () -> isNew(audit.find(file.dataset(), file.object()), file));
    if (!passed.report().valid()) {
      return turnDown(run, file, Finding.of(passed.report()));
    }
    if (!passed.on()) {
      // Replaced while it was read: its rows must not take the place of newer ones.
      return finish(run, file, audit.find(file.dataset(), file.object()));
    }
    Transition valid =
        Transition.valid(file, run, clock.instant(), passed.report().rows(), passed.raw());
    Change change = audit.apply(valid.keeping(passed.original()));
    if (change.now().filter(record -> !record.speaksOf(file)).isPresent()) {
      audit.noteRaw(file, passed.raw());
    }
    return finish(run, file, change.now());
  }

  private Settled turnDown(String run, FileVersion file, Finding finding) {
    String failed = Zones.failed(file.key());
    store.copy(file.landed(), file.size(), failedBucket, failed);
    return reject(run, file, finding, ObjectVersion.uri(failedBucket, failed));
  }

  private Settled reject(String run, FileVersion file, Finding finding, String failedUri) {
    Instant now = clock.instant();
    String report = Zones.report(file.key());
    byte[] content = ErrorReport.json(file, run, now, finding);
    store.put(failedBucket, report, content, "application/json");
    return settle(
        run,
        file,
        Transition.invalid(
            file,
            run,
            now,
            finding.rows(),
            failedUri,
            ObjectVersion.uri(failedBucket, report),
            finding.errors()));
  }

  private Settled settle(String run, FileVersion file, Transition transition) {
    return finish(run, file, audit.apply(transition).now());
  }

  /** The last step of a version whose record is written, by whomever: nothing is left to land. */
  private Settled finish(String run, FileVersion file, Optional<AuditRecord> record) {
    boolean superseded =
        record.isEmpty() || !record.get().speaksOf(file) || record.get().state() == FileState.NEW;
    if (superseded) {
      return new Settled(Verdict.SUPERSEDED, Optional.empty());
    }
    if (record.get().hasCopy()) {
      clear(file, record.get());
    }
    return new Settled(verdict(run, record.get()), record);
  }

  /** Versions that this one had replaced would come to light again in a versioned bucket. */
  private void clear(FileVersion file, AuditRecord record) {
    for (String replaced : record.replacedVersions()) {
      store.delete(new ObjectVersion(file.bucket(), file.key(), replaced));
    }
    store.delete(file.landed());
  }

  private static Verdict verdict(String run, AuditRecord record) {
    if (!record.run().equals(run)) {
      return Verdict.SUPERSEDED;
    }
    return record.state() == FileState.INVALID ? Verdict.INVALID : Verdict.VALID;
  }

  /** Somebody deleted the version; or a twin of this call was faster, and the record says so. */
  private Settled vanished(String run, FileVersion file, ObjectGone gone) {
    Optional<AuditRecord> record = audit.find(file.dataset(), file.object());
    if (isNew(record, file)) {
      return reject(run, file, Finding.ofFile("vanished", gone.getMessage()), "");
    }
    return finish(run, file, record);
  }

  private static boolean isNew(Optional<AuditRecord> record, FileVersion file) {
    return record.filter(r -> r.speaksOf(file) && r.state() == FileState.NEW).isPresent();
  }
}
