/** RDS for PostgreSQL: a PostgreSQL of our own. */
package dev.sluice.local.services.postgres;
