/**
 * What makes a job run call AWS as its role although all runs share one JVM, one Spark and its
 * threads: {@link dev.sluice.local.spark.role.CallingRun} knows whose code a thread executes, and
 * S3's file systems and the SDK's clients ask it for the credentials.
 */
package dev.sluice.local.spark.role;
