/** What a run is to do: names of steps and states, the input that selects steps. */
package dev.sluice.core.plan;
