/**
 * Reading PostgreSQL tables with nothing lost: types, partitions, and one snapshot for all
 * connections.
 */
package dev.sluice.glue.jdbc;
