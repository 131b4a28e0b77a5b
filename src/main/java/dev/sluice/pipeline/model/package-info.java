/** The model of a pipeline: its parts, its plan, and the states that they become. */
package dev.sluice.pipeline.model;
