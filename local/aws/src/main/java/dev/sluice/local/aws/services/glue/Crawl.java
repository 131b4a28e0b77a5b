package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One crawl: finds what the crawler's targets hold and brings the catalog up to date. */
final class Crawl {
  private final Catalog catalog;
  private final RunRights rights;
  private final Targets targets;

  /** Makes targets from a crawler's definition, which its role must be allowed to read. */
  interface Targets {
    CrawlTarget s3(JsonNode target, ObjectNode crawler) throws IOException;

    CrawlTarget jdbc(JsonNode target, String role) throws IOException;
  }

  Crawl(Catalog catalog, RunRights rights, Targets targets) {
    this.catalog = catalog;
    this.rights = rights;
    this.targets = targets;
  }

  /** Counts of tables. */
  record Summary(int created, int updated, int deleted) {
    static Summary parse(String json) {
      try {
        JsonNode summary = Json.parse(json);
        return new Summary(
            summary.path("TablesAdded").asInt(),
            summary.path("TablesUpdated").asInt(),
            summary.path("TablesDeleted").asInt());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("not a crawl's summary: " + json, e);
      }
    }

    /** As ListCrawls shows it: a text of JSON. */
    String json() {
      ObjectNode summary = Json.object();
      summary.put("TablesAdded", created);
      summary.put("TablesUpdated", updated);
      summary.put("TablesDeleted", deleted);
      return summary.toString();
    }
  }

  Summary run(ObjectNode crawler, BooleanSupplier cancelled) throws Exception {
    String database = crawler.path("DatabaseName").asText("");
    rights.checkTrust(crawler.path("Role").asText());
    rights.check(crawler, RunRights.CRAWLER_SESSION, "/aws-glue/crawlers");
    rights.checkCatalog(crawler, GlueAccess.catalog("glue:GetDatabase", "database/" + database));
    catalog.database(database);
    List<CrawlTarget.Found> found = new ArrayList<>();
    for (CrawlTarget target : targets(crawler)) {
      found.addAll(target.crawl(cancelled));
    }
    // A crawl that was stopped knows too little to call tables gone.
    return cancelled.getAsBoolean() ? new Summary(0, 0, 0) : update(crawler, database, found);
  }

  private List<CrawlTarget> targets(ObjectNode crawler) throws IOException {
    List<CrawlTarget> all = new ArrayList<>();
    JsonNode given = crawler.path("Targets");
    for (JsonNode target : given.path("S3Targets")) {
      all.add(targets.s3(target, crawler));
    }
    for (JsonNode target : given.path("JdbcTargets")) {
      all.add(targets.jdbc(target, crawler.path("Role").asText()));
    }
    if (all.isEmpty()) {
      throw new IOException(
          "The crawler has no S3Targets and no JdbcTargets; no others are crawled locally.");
    }
    return all;
  }

  private Summary update(ObjectNode crawler, String database, List<CrawlTarget.Found> found) {
    String name = crawler.path("Name").asText();
    TableNames names =
        new TableNames(crawler.path("TablePrefix").asText(""), catalog.tables(database));
    int created = 0;
    int updated = 0;
    for (CrawlTarget.Found table : found) {
      ObjectNode definition = table.definition();
      String unique = names.of(definition);
      definition.put("Name", unique);
      definition.put("CreatedBy", "crawler/" + name);
      ((ObjectNode) definition.get("Parameters")).put("UPDATED_BY_CRAWLER", name);
      allow(crawler, database, unique, table);
      Catalog.Change change = catalog.putTable(database, definition);
      catalog.putPartitions(database, unique, table.partitions());
      created += change == Catalog.Change.CREATED ? 1 : 0;
      updated += change == Catalog.Change.UPDATED ? 1 : 0;
    }
    return new Summary(created, updated, retire(crawler, database, names.given()));
  }

  /** What Glue asks and tells its catalog about a table in the name of the crawler's role. */
  private void allow(ObjectNode crawler, String database, String table, CrawlTarget.Found found) {
    rights.checkCatalog(crawler, GlueAccess.table("glue:GetTable", database, table));
    String change = catalog.hasTable(database, table) ? "UpdateTable" : "CreateTable";
    rights.checkCatalog(crawler, GlueAccess.table("glue:" + change, database, table));
    if (!found.partitions().isEmpty()) {
      for (String action : List.of("BatchGetPartition", "BatchCreatePartition")) {
        rights.checkCatalog(crawler, GlueAccess.table("glue:" + action, database, table));
      }
    }
  }

  /** What this crawler had found and is gone now, by the crawler's delete behaviour. */
  private int retire(ObjectNode crawler, String database, Set<String> seen) {
    String behaviour =
        crawler.at("/SchemaChangePolicy/DeleteBehavior").asText("DEPRECATE_IN_DATABASE");
    int gone = 0;
    for (ObjectNode table : catalog.tables(database)) {
      ObjectNode parameters = table.withObject("/Parameters");
      if (seen.contains(table.path("Name").asText())
          || !parameters
              .path("UPDATED_BY_CRAWLER")
              .asText()
              .equals(crawler.path("Name").asText())) {
        continue;
      }
      if (behaviour.equals("DELETE_FROM_DATABASE")) {
        catalog.removeTable(database, table.path("Name").asText());
        gone++;
      } else if (behaviour.equals("DEPRECATE_IN_DATABASE")) {
        parameters.put("DEPRECATED_BY_CRAWLER", crawler.path("Name").asText());
        catalog.putTable(database, table);
      }
    }
    return gone;
  }
}
