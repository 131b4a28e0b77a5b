/**
 * Spark jobs on AWS Glue: plain Spark, no Glue library, so that the same jar runs on Glue and on a
 * laptop. Each job is a class with a {@code main} that {@code GlueApp.scala} calls.
 */
package dev.sluice.glue;
