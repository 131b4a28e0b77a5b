/** Rows of Parquet objects as JSON objects. */
package dev.sluice.local.asl.map.parquet;
