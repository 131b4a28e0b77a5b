package dev.sluice.lambda.file;

import dev.sluice.core.audit.Sequencer;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.json.Fields;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * An "Object Created" event of S3, as EventBridge delivers it. Unlike in S3's own notifications the
 * key is literal, not URL encoded.
 *
 * @param file that arrived
 * @param at when S3 had it
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge
 *     event message structure</a>
 */
public record Arrival(FileVersion file, Instant at) {

  /**
   * Reads an event.
   *
   * @param datasetOf the dataset of a key
   */
  public static Arrival of(Fields event, UnaryOperator<String> datasetOf) {
    Fields detail = event.object("detail");
    Fields object = detail.object("object");
    String key = object.string("key");
    Sequencer sequencer = new Sequencer(object.string("sequencer"));
    FileVersion file =
        new FileVersion(
            datasetOf.apply(key),
            detail.object("bucket").string("name"),
            key,
            object.string("version-id"),
            object.number("size", 0),
            sequencer.stored(),
            object.optionalString("etag").orElse(""));
    return new Arrival(file, Instant.parse(event.string("time")));
  }

  /** True for the empty object that S3's console makes of a new folder. */
  public boolean isFolder() {
    return file.key().endsWith("/") && file.size() == 0;
  }
}
