/**
 * What SQL files may read: datasets, exported tables, the product catalog and curated tables, each
 * as a view.
 */
package dev.sluice.glue.input;
