package dev.sluice.local.aws.services.glue;

import java.util.List;

/**
 * A folder of data files with what they hold.
 *
 * @param directory the files
 * @param schema of them
 */
record CrawledFolder(DataDirectory directory, Schema schema) {
  /** Its path in the bucket, with a slash at its end. */
  String path() {
    return directory.directory();
  }

  /** The folders on the way to it from one in which it lies. */
  List<String> below(String root) {
    String rest = path().substring(root.length());
    return rest.isEmpty() ? List.of() : List.of(rest.split("/"));
  }

  /** Whether both could be partitions of one table at that root. */
  boolean fits(CrawledFolder other, String root) {
    return schema.format().equals(other.schema.format())
        && below(root).size() == other.below(root).size()
        && directory.partitionKeys().equals(other.directory.partitionKeys());
  }
}
