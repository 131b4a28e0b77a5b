/** What SQL files may read: that which the pipeline's steps publish, each as a view. */
package dev.sluice.glue.input;
