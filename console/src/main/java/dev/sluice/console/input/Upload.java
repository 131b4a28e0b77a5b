package dev.sluice.console.input;

import dev.sluice.console.aws.DatasetInfo;
import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.UserError;
import dev.sluice.core.audit.AuditSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts a directory's files, {@code <dataset>/*}, into the landing bucket and sees them registered.
 */
public final class Upload {
  private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(120);

  private final Target target;
  private final PipelineInfo pipeline;

  public Upload(Target target, PipelineInfo pipeline) {
    this.target = target;
    this.pipeline = pipeline;
  }

  /**
   * The files of the pipeline's datasets under that directory, by dataset; refuses an empty one.
   */
  public Map<DatasetInfo, List<Path>> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw UserError.usage(
          "found no directory " + directory + ", expected one with " + expectedFolders() + ".");
    }
    Map<DatasetInfo, List<Path>> found = new LinkedHashMap<>();
    for (DatasetInfo dataset : pipeline.datasets().values()) {
      Path folder = directory.resolve(dataset.name());
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          List<Path> inFolder = files.filter(Upload::isInput).sorted().toList();
          if (!inFolder.isEmpty()) {
            found.put(dataset, inFolder);
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw UserError.usage(
          "found no input under "
              + directory
              + ", expected files in "
              + expectedFolders()
              + ". Name a directory of your own with --input.");
    }
    return found;
  }

  private static boolean isInput(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  private String expectedFolders() {
    return String.join(
        ", ", pipeline.datasets().keySet().stream().map(name -> name + "/*.csv").toList());
  }

  /** Uploads and waits until the audit table has each file in the version that was put. */
  public void put(Map<DatasetInfo, List<Path>> files) throws InterruptedException {
    String bucket = pipeline.stores().landing();
    Map<Map<String, AttributeValue>, String> expected = new LinkedHashMap<>();
    try (S3Client s3 = target.s3()) {
      files.forEach(
          (dataset, paths) -> {
            for (Path path : paths) {
              String key = dataset.prefix() + path.getFileName();
              String version =
                  s3.putObject(r -> r.bucket(bucket).key(key).contentType("text/csv"), path)
                      .versionId();
              expected.put(
                  Map.of(
                      AuditSchema.DATASET, AttributeValue.fromS(dataset.name()),
                      AuditSchema.OBJECT, AttributeValue.fromS(bucket + "/" + key)),
                  version);
            }
          });
    }
    awaitRegistered(expected);
  }

  private void awaitRegistered(Map<Map<String, AttributeValue>, String> expected)
      throws InterruptedException {
    Instant end = Instant.now().plus(REGISTERED_WITHIN);
    try (DynamoDbClient dynamo = target.dynamoDb()) {
      while (!expected.isEmpty()) {
        expected.entrySet().removeIf(e -> isRegistered(dynamo, e.getKey(), e.getValue()));
        if (!expected.isEmpty()) {
          if (Instant.now().isAfter(end)) {
            throw UserError.unavailable(
                expected.size()
                    + " uploaded files were not registered within "
                    + REGISTERED_WITHIN.toSeconds()
                    + " s, the first being "
                    + expected.keySet().iterator().next().get(AuditSchema.OBJECT).s()
                    + ". See ./sluice logs register-file.");
          }
          Thread.sleep(200);
        }
      }
    }
  }

  private boolean isRegistered(
      DynamoDbClient dynamo, Map<String, AttributeValue> key, String version) {
    AttributeValue found =
        dynamo
            .getItem(r -> r.tableName(pipeline.stores().auditTable()).key(key).consistentRead(true))
            .item()
            .get(AuditSchema.VERSION_ID);
    return found != null && (version == null || version.equals(found.s()));
  }
}
