/** What can be said only when all stories have been told. */
package dev.sluice.test.after;
