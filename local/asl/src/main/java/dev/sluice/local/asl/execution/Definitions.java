package dev.sluice.local.asl.execution;

import dev.sluice.local.asl.definition.StateMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Definitions by their digest, kept as long as there may be executions that were started with them:
 * a redrive uses the definition of the original attempt.
 */
public final class Definitions {
  private final Path directory;
  private final Map<String, StateMachine> parsed = new ConcurrentHashMap<>();

  public Definitions(Path directory) {
    this.directory = directory;
  }

  /** Keeps a definition. Returns its digest. */
  public String keep(String definition, StateMachine machine) {
    String digest = digest(definition);
    parsed.put(digest, machine);
    Path file = file(digest);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(directory);
        Path part = Files.createTempFile(directory, digest, ".part");
        Files.writeString(part, definition);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot keep a definition in " + directory, e);
      }
    }
    return digest;
  }

  public StateMachine machine(String digest) {
    return parsed.computeIfAbsent(digest, d -> StateMachine.parse(text(d), resource -> true));
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

  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
