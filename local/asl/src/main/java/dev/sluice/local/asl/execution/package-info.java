/** Top-level executions: started, described, stopped and redriven, alive or on disk. */
package dev.sluice.local.asl.execution;
