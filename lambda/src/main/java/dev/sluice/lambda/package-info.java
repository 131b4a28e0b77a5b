/** The Lambda handlers, one class a function, and what they share. */
package dev.sluice.lambda;
