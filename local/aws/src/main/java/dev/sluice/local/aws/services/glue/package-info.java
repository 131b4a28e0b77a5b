/**
 * AWS Glue: jobs on a warm Spark worker in a JVM of its own, crawlers that read JDBC metadata and
 * files' schemas, and a small data catalog.
 */
package dev.sluice.local.aws.services.glue;
