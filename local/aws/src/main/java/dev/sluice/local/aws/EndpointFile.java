package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code endpoint.json}: there exactly while the runtime is ready. */
final class EndpointFile {
  private final Path file;

  EndpointFile(Path state) {
    this.file = state.resolve("endpoint.json");
  }

  void write(LocalContext context, Services services) {
    ObjectNode content = Json.object().put("pid", ProcessHandle.current().pid());
    content.put("region", LocalAws.REGION).put("account", LocalAws.ACCOUNT);
    content
        .putObject("endpoints")
        .put("default", context.endpoint("default"))
        .put("s3", context.endpoint("s3"))
        .put("dynamodb", context.endpoint("dynamodb"));
    services
        .postgres()
        .instances()
        .values()
        .forEach(address -> content.putObject("postgres").put("jdbcUrl", address.jdbcUrl()));
    content.put("mail", context.directory("mail").toString());
    content.put("logs", context.logs().toString());
    content.put("jobLogs", context.directory("logs/glue").toString());
    DurableFile.write(file, Json.bytes(content));
  }

  /** A killed runtime leaves its file behind. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
