/** Reads from a journal how far an execution had come. */
package dev.sluice.local.asl.redrive;
