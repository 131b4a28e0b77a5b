package dev.sluice.lambda.manifest;

import dev.sluice.core.lake.RunFiles;
import dev.sluice.error.BadInput;
import dev.sluice.error.BadManifest;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.json.Fields;
import dev.sluice.lambda.json.Json;
import dev.sluice.lambda.store.ObjectStore;
import dev.sluice.lambda.store.ObjectVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The list of files that a step of a run reads: JSON Lines in the work bucket. */
public final class Manifests {

  private final ObjectStore store;
  private final String bucket;

  /**
   * @param bucket the work bucket
   */
  public Manifests(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  public String bucket() {
    return bucket;
  }

  /** A manifest to fill; its lines go through a local file, since there may be millions. */
  public Draft draft(String run, String step) {
    return new Draft(store, bucket, RunFiles.manifest(run, step));
  }

  /**
   * Reads a step's manifest, line by line.
   *
   * @return false where there is none, since the step was skipped
   * @throws BadManifest naming the line that is no file
   */
  public boolean forEach(String run, String step, Consumer<FileVersion> action) {
    String key = RunFiles.manifest(run, step);
    Optional<java.io.InputStream> content = store.open(bucket, key);
    if (content.isEmpty()) {
      return false;
    }
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(content.get(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        action.accept(file(line, "line " + number + " of " + ObjectVersion.uri(bucket, key)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + ObjectVersion.uri(bucket, key), e);
    }
    return true;
  }

  private static FileVersion file(String line, String where) {
    try {
      return FileVersion.of(Fields.of(where, Json.parse(line)));
    } catch (BadInput e) {
      throw new BadManifest(e.getMessage() + "; run the step again from its list files state", e);
    }
  }

  /** A manifest that is being written. Not thread-safe. */
  public static final class Draft implements AutoCloseable {

    private final ObjectStore store;
    private final String bucket;
    private final String key;
    private final Path file;
    private final java.io.OutputStream out;
    private long count;

    private Draft(ObjectStore store, String bucket, String key) {
      this.store = store;
      this.bucket = bucket;
      this.key = key;
      try {
        this.file = Files.createTempFile("manifest", ".jsonl");
        this.out = new java.io.BufferedOutputStream(Files.newOutputStream(file));
      } catch (IOException e) {
        throw new UncheckedIOException("creating a temporary file for " + key, e);
      }
    }

    public void add(FileVersion version) {
      try {
        out.write(Json.bytes(version.line()));
        out.write('\n');
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException("writing " + file + " for " + key, e);
      }
    }

    /** Writes the manifest to the bucket, an empty one too; returns the number of files. */
    public long publish() {
      try {
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("writing " + file + " for " + key, e);
      }
      store.put(bucket, key, file, "application/jsonl");
      return count;
    }

    @Override
    public void close() {
      try {
        out.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("removing " + file, e);
      }
    }
  }
}
