package dev.sluice.local.aws.services.glue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory of data files that make one table. */
final class DataDirectory {
  private final String directory;
  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, List<String>> partitions = new LinkedHashMap<>();
  private int files;
  private long bytes;

  DataDirectory(String directory) {
    this.directory = directory;
  }

  void add(DataFile file, long size) {
    files++;
    bytes += size;
    if (!file.partition().isEmpty()) {
      keys.addAll(file.partition().keySet());
      partitions.put(file.path(), List.copyOf(file.partition().values()));
    }
  }

  String directory() {
    return directory;
  }

  int files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  Set<String> partitionKeys() {
    return keys;
  }

  /** Values by the partition's path, with a slash at its end. */
  Map<String, List<String>> partitions() {
    return partitions;
  }
}
