/** The stacks. */
package dev.sluice.stack;
