/** How a job fails: with one line that says what was found, expected and what to do. */
package dev.sluice.glue.failure;
