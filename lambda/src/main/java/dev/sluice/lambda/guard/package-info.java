/** One execution of a pipeline at a time. */
package dev.sluice.lambda.guard;
