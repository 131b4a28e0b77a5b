/** Folders of the lake whose files are replaced whole, and how they are read meanwhile. */
package dev.sluice.glue.replace;
