/** The audit table: what became of each file. */
package dev.sluice.lambda.audit;
