package dev.sluice.console.command;

import dev.sluice.console.aws.AuditedFile;
import dev.sluice.console.aws.QuarantineRecord;
import dev.sluice.console.aws.Stores;
import dev.sluice.console.error.UserError;
import dev.sluice.console.json.JsonText;
import dev.sluice.core.audit.AuditSchema;
import dev.sluice.core.lake.Zones;
import dev.sluice.core.text.ShellWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A file in the raw zone and whose it is. It is moved as everything is: copies, then the record,
 * then the deletion; cut off anywhere, the same command finishes the work.
 */
final class RawFile {
  private final Stores stores;
  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final String key;
  private final Optional<AuditedFile> owner;

  /**
   * Finds the owner.
   *
   * @param files of the dataset
   * @param key in the lake bucket
   */
  RawFile(
      Stores stores, DynamoDbClient dynamo, S3Client s3, Stream<AuditedFile> files, String key) {
    this.stores = stores;
    this.dynamo = dynamo;
    this.s3 = s3;
    this.key = key;
    String uri = uri(stores.lake(), key);
    this.owner = files.filter(file -> file.text(AuditSchema.RAW).equals(uri)).findFirst();
  }

  /**
   * Moves it to the failed bucket.
   *
   * @return what was done, a line each
   */
  List<String> quarantine(String dataset, String reason, Instant at) {
    List<String> done = new ArrayList<>();
    String moved = Zones.failed(key);
    if (!copy(key, moved)) {
      throw UserError.usage(
          "there is no %s; ./sluice audit %s --file TEXT says where a file's rows lie."
              .formatted(uri(stores.lake(), key), dataset));
    }
    done.add("moved " + key + " to " + uri(stores.failed(), moved));
    boolean current = owner.filter(QuarantineRecord::mayFollow).isPresent();
    String original =
        owner
            .filter(file -> current)
            .flatMap(this::copyOriginal)
            .orElse(uri(stores.failed(), moved));
    String note = writeNote(dataset, reason, at);
    if (owner.isEmpty()) {
      done.add("the audit table knows no file with these rows; nothing changed there");
    } else if (current) {
      AuditedFile file = owner.get();
      require(new QuarantineRecord(original, note, reason, at).write(dynamo, stores, file));
      done.add(file.key() + " is INVALID; to have its original validated anew:");
      done.add("  ./sluice replay %s --file %s".formatted(dataset, ShellWord.of(file.key())));
    } else {
      require(QuarantineRecord.forgetRows(dynamo, stores, owner.get()));
      done.add(
          "they were rows of an earlier version of %s, which stays %s"
              .formatted(owner.get().key(), owner.get().state()));
    }
    s3.deleteObject(r -> r.bucket(stores.lake()).key(key));
    return done;
  }

  private void require(boolean written) {
    if (!written) {
      throw UserError.unavailable(
          "the audit record of " + key + " changed meanwhile; nothing was taken away, try again.");
    }
  }

  /** The original goes where a replay finds it; files of before originals were kept have none. */
  private Optional<String> copyOriginal(AuditedFile file) {
    String kept = file.text(AuditSchema.ORIGINAL);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    String target = Zones.failed(file.key());
    String source = kept.substring(uri(stores.lake(), "").length());
    return copy(source, target) ? Optional.of(uri(stores.failed(), target)) : Optional.empty();
  }

  private String writeNote(String dataset, String reason, Instant at) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put(AuditSchema.DATASET, dataset);
    owner.ifPresent(file -> note.put(AuditSchema.OBJECT, file.object()));
    note.put("quarantined", uri(stores.lake(), key));
    note.put("quarantined_at", at.toString());
    note.put("reason", reason);
    String report = Zones.report(key);
    s3.putObject(
        r -> r.bucket(stores.failed()).key(report).contentType("application/json"),
        RequestBody.fromString(JsonText.of(note)));
    return uri(stores.failed(), report);
  }

  /** False where there is nothing to copy. */
  private boolean copy(String from, String to) {
    try {
      s3.copyObject(
          r ->
              r.sourceBucket(stores.lake())
                  .sourceKey(from)
                  .destinationBucket(stores.failed())
                  .destinationKey(to));
      return true;
    } catch (NoSuchKeyException gone) {
      return false;
    }
  }

  private static String uri(String bucket, String key) {
    return "s3://" + bucket + "/" + key;
  }
}
