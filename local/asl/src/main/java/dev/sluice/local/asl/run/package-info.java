/** Runs executions: one class a state type, no thread held while a state waits. */
package dev.sluice.local.asl.run;
