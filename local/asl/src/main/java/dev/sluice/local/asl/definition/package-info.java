/** A states language document as immutable records, which say all that is wrong with it at once. */
package dev.sluice.local.asl.definition;
