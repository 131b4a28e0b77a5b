/** Kinds of steps: one class each. */
package dev.sluice.pipeline.step;
