/**
 * JSONata's functions where those of the library answer otherwise than the reference
 * implementation.
 */
package dev.sluice.local.asl.jsonata.function;
