/** History events, as GetExecutionHistory shows them. */
package dev.sluice.local.asl.history;
