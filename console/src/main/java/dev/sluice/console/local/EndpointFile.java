package dev.sluice.console.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** What a running embedded AWS says of itself in {@code endpoint.json}. */
public record EndpointFile(
    long pid,
    String region,
    URI defaultEndpoint,
    URI s3Endpoint,
    URI dynamoDbEndpoint,
    Path mail,
    Path logs,
    Path jobLogs) {

  /** The file in that state directory, where one lies there and its process is alive. */
  public static Optional<EndpointFile> ofLiving(Path state) {
    return read(state).filter(found -> ProcessHandle.of(found.pid()).isPresent());
  }

  private static Optional<EndpointFile> read(Path state) {
    Path file = state.resolve("endpoint.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JsonNode.parser().parse(Files.readString(file));
      JsonNode endpoints = json.field("endpoints").orElseThrow();
      return Optional.of(
          new EndpointFile(
              Long.parseLong(json.field("pid").orElseThrow().asNumber()),
              text(json, "region"),
              URI.create(text(endpoints, "default")),
              URI.create(text(endpoints, "s3")),
              URI.create(text(endpoints, "dynamodb")),
              Path.of(text(json, "mail")),
              Path.of(text(json, "logs")),
              Path.of(text(json, "jobLogs"))));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String name) {
    return json.field(name).orElseThrow().asString();
  }
}
