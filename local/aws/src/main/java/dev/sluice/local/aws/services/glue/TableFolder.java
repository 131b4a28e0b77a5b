package dev.sluice.local.aws.services.glue;

import java.util.List;

/**
 * A folder that a crawler makes one table of.
 *
 * @param path in the bucket, with a slash at its end
 * @param members the folder itself, or those below it that are the table's partitions
 */
record TableFolder(String path, List<CrawledFolder> members) {
  TableFolder {
    members = List.copyOf(members);
  }

  static TableFolder of(CrawledFolder alone) {
    return new TableFolder(alone.path(), List.of(alone));
  }

  /** The last part of its path, or the bucket's name for the bucket itself. */
  String name(String bucket) {
    String[] parts = path.split("/");
    String last = parts[parts.length - 1];
    return last.isEmpty() ? bucket : last;
  }

  /** How many folders lie between it and each of its members. */
  int depth() {
    return members.get(0).below(path).size();
  }
}
