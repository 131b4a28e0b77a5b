package dev.sluice.lambda.file;

import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.lake.Zones;
import dev.sluice.core.validate.ValidationReport;
import dev.sluice.core.validate.Validator;
import dev.sluice.error.StorageUnavailable;
import dev.sluice.error.ValidatorCrashed;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Reads a landed file once: the rows that the validator reads are written to the raw zone while it
 * reads, and appear there when the file turns out to be valid. Memory does not grow with the file,
 * and nothing touches the disk. The original is copied beside, since the rows do not tell every
 * byte of it.
 */
final class PassOn {
  private static final String JSON_LINES = "application/jsonl";

  private final ObjectStore store;
  private final String lakeBucket;

  PassOn(ObjectStore store, String lakeBucket) {
    this.store = store;
    this.lakeBucket = lakeBucket;
  }

  /**
   * What became of a file.
   *
   * @param report of the validation; where it is not valid, nothing was passed on
   * @param on whether the rows were passed on
   * @param raw URI of the rows
   * @param original URI of the copy; empty where somebody deleted the file after it was read
   */
  record Passed(ValidationReport report, boolean on, String raw, String original) {}

  /**
   * Validates the file and passes on its rows and the original, where it is valid.
   *
   * @param wanted asked when it was found valid: false where its rows must not be written any more
   * @throws StorageUnavailable where the file cannot be read to its end
   * @throws ValidatorCrashed where the validator breaks on it
   */
  Passed validate(DatasetContract contract, FileVersion file, BooleanSupplier wanted) {
    ObjectVersion landed = file.landed();
    String raw = Zones.rawCopy(contract, file.key());
    String original = Zones.original(contract, file.key());
    List<ValidationReport> report = new ArrayList<>();
    List<CompletableFuture<Boolean>> copied = new ArrayList<>();
    try (InputStream in = store.openCurrent(landed)) {
      store.put(
          lakeBucket,
          raw,
          JSON_LINES,
          rows -> {
            report.add(check(contract, landed, in, rows));
            boolean passes = report.get(0).valid() && wanted.getAsBoolean();
            if (passes) {
              // The two writes need not wait for each other: many small files take no longer so.
              copied.add(CompletableFuture.supplyAsync(() -> copy(file, original)));
            }
            return passes;
          });
    } catch (IOException e) {
      throw new StorageUnavailable(landed.uri(), e);
    } finally {
      copied.forEach(copy -> copy.exceptionally(failure -> false).join());
    }
    boolean kept = copied.stream().anyMatch(PassOn::outcome);
    return new Passed(
        report.get(0),
        !copied.isEmpty(),
        ObjectVersion.uri(lakeBucket, raw),
        kept ? ObjectVersion.uri(lakeBucket, original) : "");
  }

  private boolean copy(FileVersion file, String original) {
    try {
      store.copy(file.landed(), file.size(), lakeBucket, original);
      return true;
    } catch (ObjectStore.ObjectGone gone) {
      return false;
    }
  }

  private static boolean outcome(CompletableFuture<Boolean> copy) {
    try {
      return copy.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Nothing but the validator runs in here: what it throws is about this file. */
  private static ValidationReport check(
      DatasetContract contract, ObjectVersion version, InputStream in, OutputStream rows)
      throws IOException {
    try {
      return new Validator(contract).validate(in, rows);
    } catch (RuntimeException | StackOverflowError e) {
      throw new ValidatorCrashed(version.uri(), e);
    }
  }
}
