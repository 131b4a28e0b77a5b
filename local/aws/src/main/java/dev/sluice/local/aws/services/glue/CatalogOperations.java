package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Glue's operations that read the catalog. */
final class CatalogOperations {
  private final Catalog catalog;

  CatalogOperations(Catalog catalog) {
    this.catalog = catalog;
  }

  void addTo(JsonService service) {
    service
        .operation("GetDatabases", i -> Page.of("DatabaseList", catalog.databases(), i))
        .operation("GetDatabase", this::database)
        .operation("GetTables", this::tables)
        .operation("GetTable", this::table)
        .operation("GetPartitions", this::partitions);
  }

  private ObjectNode database(ObjectNode input) {
    ObjectNode answer = Json.object();
    answer.set("Database", catalog.database(Errors.required(input, "Name")));
    return answer;
  }

  private ObjectNode tables(ObjectNode input) {
    String database = Errors.required(input, "DatabaseName");
    catalog.database(database);
    Pattern expression = expression(input.path("Expression").asText(""));
    List<ObjectNode> tables =
        catalog.tables(database).stream()
            .filter(table -> expression.matcher(table.path("Name").asText()).matches())
            .toList();
    return Page.of("TableList", tables, input);
  }

  private static Pattern expression(String expression) {
    try {
      return Pattern.compile(expression.isEmpty() ? ".*" : expression);
    } catch (PatternSyntaxException e) {
      throw Errors.invalid("Expression is no regular expression: " + e.getMessage());
    }
  }

  private ObjectNode table(ObjectNode input) {
    ObjectNode answer = Json.object();
    answer.set(
        "Table",
        catalog.table(Errors.required(input, "DatabaseName"), Errors.required(input, "Name")));
    return answer;
  }

  private ObjectNode partitions(ObjectNode input) {
    if (!input.path("Expression").asText("").isEmpty()) {
      throw Errors.invalid(
          "Expression of GetPartitions is not evaluated locally; ask without it and select");
    }
    String database = Errors.required(input, "DatabaseName");
    return Page.of(
        "Partitions", catalog.partitions(database, Errors.required(input, "TableName")), input);
  }
}
