package dev.sluice.glue.input;

import dev.sluice.glue.failure.JobFailure;
import java.util.Arrays;
import java.util.Locale;

/** What the files of an input are. */
enum Format {
  /** The rows of validated files, read by the contract of the view's name. */
  DATASET,

  /** CSV with a header, of a step's making; all columns are text. */
  CSV,

  /** JSON, one object a line. */
  JSON,

  /** JSON, one object a file; its values are text. */
  DOCUMENTS,

  /** Parquet, which says itself what it holds. */
  PARQUET;

  /** The format of that name. */
  static Format of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new JobFailure(
                    "--inputs: found the format '%s', expected one of %s"
                        .formatted(name, Arrays.stream(values()).map(Format::text).toList())));
  }

  /** As it is written in arguments and reports. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
