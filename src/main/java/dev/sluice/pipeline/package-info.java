/** The vocabulary of pipelines, and what is drawn from it. */
package dev.sluice.pipeline;
