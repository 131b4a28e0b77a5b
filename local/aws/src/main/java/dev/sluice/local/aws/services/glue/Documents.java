package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.json.StateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * JSON documents by name, one file each, that survive a killed process: a document on disk is
 * complete or the one before. Thread-safe; what it gives and takes are copies.
 */
final class Documents {
  private static final String SUFFIX = ".json";
  private static final String REMEDY =
      "Delete it: jobs and crawlers come again from the templates and tables with the next crawl;"
          + " of a job run only its record is lost.";

  private final Path directory;
  private final Map<String, ObjectNode> documents = new TreeMap<>();

  /** Reads what is there. */
  Documents(Path directory) {
    this.directory = directory;
    try {
      OwnerOnly.directories(directory);
      for (Path file : files()) {
        String name = file.getFileName().toString();
        String key = name.substring(0, name.length() - SUFFIX.length());
        documents.put(URLDecoder.decode(key, StandardCharsets.UTF_8), StateJson.read(file, REMEDY));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the documents in " + directory, e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  /** Null where there is none. */
  synchronized ObjectNode get(String name) {
    ObjectNode document = documents.get(name);
    return document == null ? null : document.deepCopy();
  }

  /** All, by name. */
  synchronized Map<String, ObjectNode> all() {
    Map<String, ObjectNode> copy = new LinkedHashMap<>();
    documents.forEach((name, document) -> copy.put(name, document.deepCopy()));
    return copy;
  }

  synchronized List<ObjectNode> list() {
    return new ArrayList<>(all().values());
  }

  synchronized void put(String name, ObjectNode document) {
    documents.put(name, document.deepCopy());
    DurableFile.write(file(name), Json.bytes(document));
  }

  synchronized void remove(String name) {
    documents.remove(name);
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file(name), e);
    }
  }

  private Path file(String name) {
    return directory.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX);
  }
}
