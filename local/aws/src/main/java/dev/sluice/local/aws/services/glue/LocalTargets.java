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
  private final RunRights rights;
  private final RunCredentials credentials;

  LocalTargets(LocalContext context, Documents connections, SparkWorker worker, RunRights rights) {
    this.context = context;
    this.connections = connections;
    this.worker = worker;
    this.rights = rights;
    this.credentials = RunCredentials.of(context.gate(), RunRights.CRAWLER_SESSION);
  }

  @Override
  public CrawlTarget s3(JsonNode target, ObjectNode crawler) throws IOException {
    refuseExclusions(target);
    String path = target.path("Path").asText();
    String role = crawler.path("Role").asText();
    rights.checkListing(role, path);
    return new S3Target(
        path,
        Grouping.of(crawler),
        context.objects(),
        location -> worker.schema(location, credentials.of(role)));
  }

  @Override
  public CrawlTarget jdbc(JsonNode target, String role) throws IOException {
    refuseExclusions(target);
    String name = target.path("ConnectionName").asText("");
    ObjectNode connection = connections.get(name);
    if (connection == null) {
      throw new IOException("The crawler's connection '" + name + "' does not exist.");
    }
    String secret = connection.path("ConnectionProperties").path("SECRET_ID").asText("");
    if (!secret.isEmpty()) {
      rights.checkSecret(role, secret);
    }
    return new JdbcTarget(connection, target.path("Path").asText(), context.secrets());
  }

  private static void refuseExclusions(JsonNode target) throws IOException {
    if (!target.path("Exclusions").isEmpty()) {
      throw new IOException("Exclusions of a crawler's target are not supported locally.");
    }
  }
}
