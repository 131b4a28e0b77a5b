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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Puts a directory's files, {@code <dataset>/*}, into the landing bucket and sees them registered.
 */
public final class Upload {
  /** How long it may take from one file to the next, however many there are. */
  private static final Duration NEXT_WITHIN = Duration.ofSeconds(120);

  private static final int SENDERS = 8;
  private static final int ASKED_AT_ONCE = 100;

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
    awaitRegistered(send(files));
  }

  /** Uploads the files, several at a time. */
  public List<Sent> send(Map<DatasetInfo, List<Path>> files) throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try (S3Client s3 = target.s3()) {
      List<Callable<Sent>> all = new ArrayList<>();
      files.forEach((dataset, paths) -> paths.forEach(p -> all.add(() -> send(s3, dataset, p))));
      List<Sent> sent = new ArrayList<>();
      for (Future<Sent> each : senders.invokeAll(all)) {
        sent.add(each.get());
      }
      return sent;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private Sent send(S3Client s3, DatasetInfo dataset, Path path) {
    String bucket = pipeline.stores().landing();
    String key = dataset.prefix() + path.getFileName();
    String version =
        s3.putObject(r -> r.bucket(bucket).key(key).contentType("text/csv"), path).versionId();
    return new Sent(dataset.name(), bucket + "/" + key, version);
  }

  /**
   * A file that was uploaded.
   *
   * @param object as the audit table names it
   * @param version null where the bucket has no versions
   */
  public record Sent(String dataset, String object, String version) {}

  /** Waits until the audit table has each file in the version that was put. */
  public void awaitRegistered(List<Sent> sent) throws InterruptedException {
    Deque<Sent> waiting = new ArrayDeque<>(sent);
    Instant progress = Instant.now();
    try (DynamoDbClient dynamo = target.dynamoDb()) {
      while (!waiting.isEmpty()) {
        // Files are registered about in the order of their arrival: who is behind can wait.
        List<Sent> next = waiting.stream().limit(ASKED_AT_ONCE).toList();
        Set<Sent> registered = registered(dynamo, next);
        waiting.removeIf(registered::contains);
        if (!registered.isEmpty()) {
          progress = Instant.now();
        } else if (Instant.now().isAfter(progress.plus(NEXT_WITHIN))) {
          throw late(waiting);
        }
        if (registered.size() < next.size()) {
          Thread.sleep(200);
        }
      }
    }
  }

  private static UserError late(Deque<Sent> waiting) {
    return UserError.unavailable(
        waiting.size()
            + " uploaded files were not registered, and none was within "
            + NEXT_WITHIN.toSeconds()
            + " s, the first being "
            + waiting.getFirst().object()
            + ". See ./sluice logs register-file.");
  }

  private Set<Sent> registered(DynamoDbClient dynamo, List<Sent> asked) {
    String table = pipeline.stores().auditTable();
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .consistentRead(true)
            .keys(asked.stream().map(Upload::key).toList())
            .build();
    Map<Map<String, AttributeValue>, AttributeValue> versions = new HashMap<>();
    dynamo
        .batchGetItemPaginator(
            BatchGetItemRequest.builder().requestItems(Map.of(table, keys)).build())
        .forEach(
            page ->
                page.responses()
                    .getOrDefault(table, List.of())
                    .forEach(item -> versions.put(key(item), item.get(AuditSchema.VERSION_ID))));
    return asked.stream()
        .filter(file -> isIt(file, versions.get(key(file))))
        .collect(Collectors.toSet());
  }

  private static boolean isIt(Sent file, AttributeValue found) {
    return found != null && (file.version() == null || file.version().equals(found.s()));
  }

  private static Map<String, AttributeValue> key(Sent file) {
    return Map.of(
        AuditSchema.DATASET, AttributeValue.fromS(file.dataset()),
        AuditSchema.OBJECT, AttributeValue.fromS(file.object()));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return Map.of(
        AuditSchema.DATASET, item.get(AuditSchema.DATASET),
        AuditSchema.OBJECT, item.get(AuditSchema.OBJECT));
  }
}
