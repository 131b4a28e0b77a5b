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

  /** Where the rows of that file lie, as a URI. */
  String raw(DatasetContract contract, FileVersion file) {
    return ObjectVersion.uri(lakeBucket, Zones.rawCopy(contract, file.key()));
  }

  /** Where its original lies, as a URI. */
  String original(DatasetContract contract, FileVersion file) {
    return ObjectVersion.uri(lakeBucket, Zones.original(contract, file.key()));
  }

  /**
   * Validates the file and passes on its rows and the original, where it is valid.
   *
   * @throws StorageUnavailable where the file cannot be read to its end
   * @throws ValidatorCrashed where the validator breaks on it
   */
  ValidationReport validate(DatasetContract contract, FileVersion file) {
    ObjectVersion landed = file.landed();
    ValidationReport[] report = new ValidationReport[1];
    try (InputStream in = store.open(landed)) {
      store.put(
          lakeBucket,
          Zones.rawCopy(contract, file.key()),
          JSON_LINES,
          rows -> {
            report[0] = check(contract, landed, in, rows);
            return report[0].valid();
          });
    } catch (IOException e) {
      throw new StorageUnavailable(landed.uri(), e);
    }
    if (report[0].valid()) {
      store.copy(landed, file.size(), lakeBucket, Zones.original(contract, file.key()));
    }
    return report[0];
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
