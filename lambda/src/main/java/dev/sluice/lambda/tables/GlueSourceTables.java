package dev.sluice.lambda.tables;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * {@link SourceTables} in the Glue catalog, as a crawler over JDBC leaves them: located at {@code
 * database.schema.table}, while tables over files have a URI.
 */
public final class GlueSourceTables implements SourceTables {
  private final GlueClient glue;
  private final String database;

  public GlueSourceTables(GlueClient glue, String database) {
    this.glue = glue;
    this.database = database;
  }

  @Override
  public Map<String, Map<String, String>> all() {
    Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    try {
      for (GetTablesResponse page : glue.getTablesPaginator(r -> r.databaseName(database))) {
        page.tableList().forEach(table -> add(table, tables));
      }
    } catch (EntityNotFoundException e) {
      return Map.of();
    }
    return tables;
  }

  private static void add(Table table, Map<String, Map<String, String>> tables) {
    String location =
        table.storageDescriptor() == null ? null : table.storageDescriptor().location();
    if (location != null && !location.isBlank() && !location.contains(":/")) {
      tables.put(location.substring(location.lastIndexOf('.') + 1), columns(table));
    }
  }

  private static Map<String, String> columns(Table table) {
    Map<String, String> columns = new LinkedHashMap<>();
    table
        .storageDescriptor()
        .columns()
        .forEach(column -> columns.put(column.name(), String.valueOf(column.type())));
    columns.replaceAll((name, type) -> type.toLowerCase(Locale.ROOT));
    return columns;
  }
}
