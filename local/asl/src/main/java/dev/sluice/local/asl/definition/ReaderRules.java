package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.TaskArguments;
import java.util.Map;
import java.util.Set;

/**
 * What AWS takes in an ItemReader.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS,
 *     ItemReader</a>
 */
final class ReaderRules {
  private static final String PREFIX = "arn:aws:states:::s3:";
  private static final Map<String, TaskArguments> ARGUMENTS =
      Map.of(
          PREFIX + "getObject",
          new TaskArguments(
              Set.of("Bucket", "Key", "VersionId", "ExpectedBucketOwner"), Set.of("Bucket", "Key")),
          PREFIX + "listObjectsV2",
          new TaskArguments(Set.of("Bucket", "Prefix", "ExpectedBucketOwner"), Set.of("Bucket")));

  private ReaderRules() {}

  static void check(Fields reader, String resource, Distributed.Reader read) {
    TaskArguments arguments = ARGUMENTS.get(resource);
    if (arguments == null) {
      reader.problem("Resource", "The field 'Resource' does not match any of the allowed values");
      return;
    }
    ArgumentRules.check(reader, read.arguments(), arguments);
    Fields config = reader.object("ReaderConfig");
    if (config == null) {
      if (!read.lists()) {
        reader.missing("ReaderConfig");
      }
      return;
    }
    config(config, read.lists());
  }

  private static void config(Fields config, boolean lists) {
    if (!lists && !config.has("InputType")) {
      config.missing("InputType");
    }
    String type = config.oneOf("InputType", "CSV", "JSON", "JSONL", "PARQUET", "MANIFEST");
    config.oneOf("Transformation", "NONE", "LOAD_AND_FLATTEN");
    config.oneOf("ManifestType", "ATHENA_DATA", "S3_INVENTORY");
    config.number("MaxItems", 0, 100_000_000);
    config.get("ItemsPointer");
    if ("CSV".equals(type) || "MANIFEST".equals(type)) {
      csv(config, "CSV".equals(type));
    }
    config.finish(Set.of("MaxItemsPath"));
  }

  private static void csv(Fields config, boolean headerRequired) {
    config.oneOf("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB");
    JsonNode headers = config.get("CSVHeaders");
    String location = config.oneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
    if (headerRequired && !config.has("CSVHeaderLocation")) {
      config.problem("The field 'CSVHeaderLocation' is required");
    }
    if ("GIVEN".equals(location) && headers.isMissingNode()) {
      config.missing("CSVHeaders");
    }
  }
}
