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

  LocalTargets(LocalContext context, Documents connections, SparkWorker worker) {
    this.context = context;
    this.connections = connections;
    this.worker = worker;
  }

  @Override
  public CrawlTarget s3(JsonNode target, ObjectNode crawler) throws IOException {
    refuseExclusions(target);
    return new S3Target(
        target.path("Path").asText(), Grouping.of(crawler), context.objects(), worker::schema);
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
