package dev.sluice.lambda.tables;

/**
 * A row of the list of tables.
 *
 * @param line in the file, from 1
 * @param partitionColumn by which the table is read in parallel; empty for a single read
 */
record TableRow(long line, String table, String partitionColumn, int partitions) {}
