package dev.sluice.console.chaos;

import dev.sluice.console.aws.Stores;
import dev.sluice.console.aws.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in the buckets: of files that engines wrote the rows, whatever the files' names and the
 * rows' order; of all others the content.
 */
final class BucketFacts {
  private BucketFacts() {}

  /**
   * Reads the buckets.
   *
   * @param copies where the objects are copied to meanwhile
   */
  static Map<String, String> of(Target target, Stores stores, Path copies) throws IOException {
    Map<String, String> facts = new TreeMap<>();
    Map<String, String> buckets =
        Map.of("lake", stores.lake(), "failed", stores.failed(), "landing", stores.landing());
    try (S3Client s3 = target.s3();
        Rows rows = new Rows()) {
      for (Map.Entry<String, String> bucket : buckets.entrySet()) {
        read(s3, bucket.getKey(), bucket.getValue(), copies, rows, facts);
      }
    }
    return facts;
  }

  private static void read(
      S3Client s3, String zone, String bucket, Path copies, Rows rows, Map<String, String> facts)
      throws IOException {
    Map<String, Path> tables = new TreeMap<>();
    int number = 0;
    for (S3Object object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
      if (isFolderMarker(object)) {
        continue;
      }
      PartFile part = PartFile.of(zone + "/" + object.key());
      byte[] content = s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asByteArray();
      if (part.isTable()) {
        Path folder = tables.get(part.table());
        if (folder == null) {
          folder = Files.createDirectories(copies.resolve(zone + "-" + tables.size()));
          tables.put(part.table(), folder);
        }
        Files.write(folder.resolve(number++ + "." + part.format()), content);
      } else {
        facts.put(Chosen.without(zone + "/" + object.key()), Content.of(content));
      }
    }
    tables.forEach(
        (table, folder) -> facts.put(table, rows.in(folder, PartFile.of(table).format())));
  }

  /** What S3A makes for an empty folder: a killed worker's may stay, and nobody reads it. */
  private static boolean isFolderMarker(S3Object object) {
    return object.key().endsWith("/") && object.size() == 0;
  }
}
