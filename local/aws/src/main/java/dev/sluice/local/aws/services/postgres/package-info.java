/** RDS for PostgreSQL: a PostgreSQL of our own. */
package dev.sluice.local.aws.services.postgres;
