package dev.sluice.lambda.tables;

import java.util.Map;

/** What the catalog knows of the tables in the source database. Thread-safe. */
public interface SourceTables {

  /** Tables, each with its columns and their types; empty where nothing was crawled yet. */
  Map<String, Map<String, String>> all();
}
