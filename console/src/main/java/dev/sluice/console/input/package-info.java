/** Files for pipelines to read, and their way into the landing bucket. */
package dev.sluice.console.input;
