/**
 * What the functions and whoever deploys or calls them agree on: names in environment and events.
 */
package dev.sluice.core.function;
