/** Executions that wait for a file, by task token. */
package dev.sluice.lambda.wait;
