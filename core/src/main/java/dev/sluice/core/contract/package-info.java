/**
 * Dataset contracts: what a file of a dataset looks like, read from YAML and checked as a whole.
 */
package dev.sluice.core.contract;
