/** The states language, as far as pipelines use it. */
package dev.sluice.pipeline.asl;
