/** Draws that every JVM makes alike, from which the demo's data follow. */
package dev.sluice.demo.random;
