/**
 * The local Glue worker: a JVM that keeps Spark warm, compiles job scripts and runs them. It speaks
 * JSON lines on stdin and stdout; {@link dev.sluice.local.spark.Worker} has the protocol.
 */
package dev.sluice.local.spark;
