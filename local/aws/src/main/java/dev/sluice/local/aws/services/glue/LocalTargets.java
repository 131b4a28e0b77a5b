package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.spi.LocalContext;
import java.io.IOException;

/** Crawl targets of the local AWS. */
final class LocalTargets implements Crawl.Targets {
  private final LocalContext context;
  private final Documents connections;
  private final SparkWorker worker;
  private final RunCredentials credentials;

  LocalTargets(
      LocalContext context, Documents connections, SparkWorker worker, RunCredentials credentials) {
    this.context = context;
    this.connections = connections;
    this.worker = worker;
    this.credentials = credentials;
  }

  @Override
  public CrawlTarget s3(JsonNode target, String role) throws IOException {
    refuseExclusions(target);
    return new S3Target(
        target.path("Path").asText(),
        context.objects(),
        location -> worker.schema(location, credentials.of(role)));
  }

  @Override
  public CrawlTarget jdbc(JsonNode target) throws IOException {
    refuseExclusions(target);
    String name = target.path("ConnectionName").asText("");
    ObjectNode connection = connections.get(name);
    if (connection == null) {
      throw new IOException("The crawler's connection '" + name + "' does not exist.");
    }
    return new JdbcTarget(connection, target.path("Path").asText(), context.secrets());
  }

  private static void refuseExclusions(JsonNode target) throws IOException {
    if (!target.path("Exclusions").isEmpty()) {
      throw new IOException("Exclusions of a crawler's target are not supported locally.");
    }
  }
}
