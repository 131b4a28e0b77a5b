package dev.sluice.glue;

/**
 * Files that a job wrote.
 *
 * @param location of the directory
 * @param format such as parquet
 * @param rows in all files
 */
public record Output(String location, String format, long rows) {
  /** The same files after they have moved. */
  Output at(String elsewhere) {
    return new Output(elsewhere, format, rows);
  }
}
