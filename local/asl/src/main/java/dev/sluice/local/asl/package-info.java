/**
 * An engine for the Amazon States Language in its JSONata dialect, with distributed maps, durable
 * executions and redrive. It knows no AWS service: tasks, objects and listeners plug in through
 * {@link dev.sluice.local.asl.integration}.
 */
package dev.sluice.local.asl;
