/** Executions on disk: one append-only journal each, readable after a kill at any moment. */
package dev.sluice.local.asl.store;
