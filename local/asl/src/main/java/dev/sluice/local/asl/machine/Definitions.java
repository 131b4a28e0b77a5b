package dev.sluice.local.asl.machine;

import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.hash.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Definitions by their digest, kept as long as there may be executions that were started with them:
 * a redrive uses the definition of the original attempt.
 */
public final class Definitions {
  private static final int DIGEST_LETTERS = 32;

  private final Path directory;
  private final Map<String, StateMachine> parsed = new ConcurrentHashMap<>();

  public Definitions(Path directory) {
    this.directory = directory;
  }

  /** Keeps a definition. Returns its digest. */
  public synchronized String keep(String definition, StateMachine machine) {
    String digest = digest(definition);
    parsed.put(digest, machine);
    Path file = file(digest);
    if (!Files.exists(file) || !text(digest).equals(definition)) {
      DurableFile.write(file, definition);
    }
    return digest;
  }

  public StateMachine machine(String digest) {
    return parsed.computeIfAbsent(digest, d -> StateMachine.accepted(text(d)));
  }

  public String text(String digest) {
    try {
      return Files.readString(file(digest));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the definition " + file(digest), e);
    }
  }

  private Path file(String digest) {
    return directory.resolve(digest + ".asl.json");
  }

  /** The name under which a text is kept. */
  public static String digest(String text) {
    return Digest.sha256(text).substring(0, DIGEST_LETTERS);
  }
}
