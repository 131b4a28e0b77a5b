package dev.sluice.pipeline.step;

import dev.sluice.config.ConfigurationException;
import dev.sluice.core.lake.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables that a list of tables to export names in its first column. Whether the list is right
 * is for a run to say, which knows the database too; a row that names no table is passed over here.
 */
final class ListedTables {
  private ListedTables() {}

  /**
   * The folders that the tables get in the lake, in the list's order.
   *
   * @throws ConfigurationException where the file cannot be read
   */
  static List<String> of(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", 2)[0].replace("\"", "").strip())
          .filter(table -> table.matches("[A-Za-z_][A-Za-z0-9_$.]*"))
          .map(table -> SourceTable.parse(table).folder())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read " + file + ": " + e.getMessage() + ". Restore it.");
    }
  }
}
