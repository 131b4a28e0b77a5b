package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Databases, tables and partitions. Names are in lower case, as Glue keeps them. */
final class Catalog {
  private final Documents databases;
  private final Documents tables;
  private final Documents partitions;
  private final Clock clock;

  Catalog(Documents databases, Documents tables, Documents partitions, Clock clock) {
    this.databases = databases;
    this.tables = tables;
    this.partitions = partitions;
    this.clock = clock;
  }

  void putDatabase(String name, ObjectNode definition) {
    ObjectNode before = databases.get(lower(name));
    ObjectNode database = definition.deepCopy();
    database.put("Name", lower(name));
    database.set("CreateTime", before == null ? Times.now(clock) : before.get("CreateTime"));
    database.put("CatalogId", LocalAws.ACCOUNT);
    databases.put(lower(name), database);
  }

  /**
   * @throws ServiceError EntityNotFoundException
   */
  ObjectNode database(String name) {
    ObjectNode database = databases.get(lower(name));
    if (database == null) {
      throw Errors.notFound("Database " + name + " not found.");
    }
    return database;
  }

  List<ObjectNode> databases() {
    return databases.list();
  }

  /** What a {@link #putTable} did. */
  enum Change {
    CREATED,
    UPDATED,
    NONE
  }

  /** Creates or replaces a table; times and version are the catalog's. */
  Change putTable(String database, ObjectNode definition) {
    String name = lower(definition.path("Name").asText());
    ObjectNode before = tables.get(key(database, name));
    ObjectNode table = definition.deepCopy();
    table.put("Name", name);
    table.put("DatabaseName", lower(database));
    table.put("CatalogId", LocalAws.ACCOUNT);
    table.put("IsRegisteredWithLakeFormation", false);
    table.set("CreateTime", before == null ? Times.now(clock) : before.get("CreateTime"));
    boolean same = before != null && shape(before).equals(shape(table));
    long version = before == null ? 0 : before.path("VersionId").asLong() + (same ? 0 : 1);
    table.put("VersionId", Long.toString(version));
    table.set("UpdateTime", same ? before.get("UpdateTime") : Times.now(clock));
    tables.put(key(database, name), table);
    return before == null ? Change.CREATED : same ? Change.NONE : Change.UPDATED;
  }

  private static ObjectNode shape(ObjectNode table) {
    ObjectNode shape = Json.object();
    shape.set("columns", table.at("/StorageDescriptor/Columns"));
    shape.set("location", table.at("/StorageDescriptor/Location"));
    shape.set("keys", table.path("PartitionKeys"));
    shape.set("deprecated", table.at("/Parameters/DEPRECATED_BY_CRAWLER"));
    return shape;
  }

  boolean hasTable(String database, String name) {
    return tables.get(key(database, name)) != null;
  }

  /**
   * @throws ServiceError EntityNotFoundException
   */
  ObjectNode table(String database, String name) {
    database(database);
    ObjectNode table = tables.get(key(database, name));
    if (table == null) {
      throw Errors.notFound("Table " + name + " not found.");
    }
    return table;
  }

  List<ObjectNode> tables(String database) {
    String name = lower(database);
    return tables.list().stream()
        .filter(table -> table.path("DatabaseName").asText().equals(name))
        .toList();
  }

  void removeTable(String database, String name) {
    tables.remove(key(database, name));
    partitions.remove(key(database, name));
  }

  /** Replaces a table's partitions, each in the shape of GetPartitions. */
  void putPartitions(String database, String table, ArrayNode all) {
    if (all.isEmpty()) {
      partitions.remove(key(database, table));
      return;
    }
    ObjectNode document = Json.object();
    document.set("Partitions", all);
    partitions.put(key(database, table), document);
  }

  List<JsonNode> partitions(String database, String name) {
    table(database, name);
    ObjectNode document = partitions.get(key(database, name));
    return document == null
        ? List.of()
        : StreamSupport.stream(document.path("Partitions").spliterator(), false).toList();
  }

  private static String key(String database, String table) {
    return lower(database) + "." + lower(table);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
