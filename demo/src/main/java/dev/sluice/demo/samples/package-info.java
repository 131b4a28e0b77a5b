/** Seeded sample data: the same seed gives the same bytes on every machine. */
package dev.sluice.demo.samples;
