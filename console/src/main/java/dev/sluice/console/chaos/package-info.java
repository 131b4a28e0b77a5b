/** Kills parts of the embedded AWS while a pipeline runs, and compares what it leaves. */
package dev.sluice.console.chaos;
