/** Constructs: one capability each, with permissions named by intent. */
package dev.sluice.construct;
