package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.map.parquet.ParquetRows;
import java.io.IOException;

/** The rows of a Parquet object. */
record ParquetSource(ParquetRows rows) implements ItemSource {
  @Override
  public JsonNode next() throws IOException {
    return rows.next();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
