package dev.sluice.local.aws.services.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the files of one object whole: each version has metadata and data, or is gone. */
final class ObjectRepair {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectRepair.class);
  private static final String METADATA = "objectMetadata.json";
  private static final String DATA = "binaryData";
  private static final String VERSIONS = "versions.json";

  private final Path directory;
  private boolean versioned;

  ObjectRepair(Path directory) {
    this.directory = directory;
  }

  /**
   * The object's key; null if nothing of it is left, or it is a directory of unfinished uploads.
   */
  String repair() throws IOException {
    String key = null;
    Map<String, Long> versions = new LinkedHashMap<>();
    for (Path file : metadataFiles()) {
      String prefix = file.getFileName().toString().replace(METADATA, "");
      ObjectNode metadata = whole(file, directory.resolve(prefix + DATA));
      if (metadata != null) {
        key = metadata.path("key").asText();
        if (!prefix.isEmpty()) {
          versions.put(
              prefix.substring(0, prefix.length() - 1), metadata.path("lastModified").asLong());
        }
      }
    }
    versioned = !versions.isEmpty();
    if (versioned || Files.exists(directory.resolve(VERSIONS))) {
      repairVersions(versions);
    }
    return key;
  }

  boolean versioned() {
    return versioned;
  }

  private List<Path> metadataFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.getFileName().toString().endsWith(METADATA)).sorted().toList();
    }
  }

  /** The metadata, corrected if the directory was moved; null, and deleted, if it is no use. */
  private static ObjectNode whole(Path file, Path data) throws IOException {
    ObjectNode metadata = read(file);
    boolean marker = metadata != null && metadata.path("deleteMarker").asBoolean();
    if (metadata == null || !marker && !isWhole(data, metadata)) {
      Files.deleteIfExists(file);
      return null;
    }
    String path = data.toUri().toString();
    if (!marker && !metadata.path("dataPath").asText().equals(path)) {
      DurableFile.write(file, Json.bytes(metadata.put("dataPath", path)));
    }
    return metadata;
  }

  /** A process or a disk that ended in the middle leaves fewer bytes than were announced. */
  private static boolean isWhole(Path data, ObjectNode metadata) throws IOException {
    if (!Files.exists(data)) {
      return false;
    }
    long expected = metadata.path("size").asLong(Files.size(data));
    if (Files.size(data) == expected) {
      return true;
    }
    LOG.warn(
        "took away {}: found {} bytes of {}, expected {}; upload the object again",
        data,
        Files.size(data),
        metadata.path("key").asText(),
        expected);
    return false;
  }

  private void repairVersions(Map<String, Long> versions) throws IOException {
    Path file = directory.resolve(VERSIONS);
    ObjectNode found = read(file);
    List<String> order = new ArrayList<>();
    if (found != null) {
      for (JsonNode version : found.path("versions")) {
        if (versions.containsKey(version.asText())) {
          order.add(version.asText());
        }
      }
    }
    if (found != null) {
      // What is not in the list was being deleted.
      for (String version : versions.keySet()) {
        if (!order.contains(version)) {
          DeletedVersions.delete(directory, version);
        }
      }
    } else {
      versions.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
          .forEach(entry -> order.add(entry.getKey()));
    }
    ObjectNode whole = Json.object().put("id", directory.getFileName().toString());
    ArrayNode list = whole.putArray("versions");
    order.forEach(list::add);
    if (!whole.equals(found)) {
      DurableFile.write(file, Json.bytes(whole));
    }
  }

  /** Null if the file is missing or not whole. */
  static ObjectNode read(Path file) {
    try {
      return Json.parse(Files.readAllBytes(file)) instanceof ObjectNode object ? object : null;
    } catch (IOException e) {
      return null;
    }
  }
}
