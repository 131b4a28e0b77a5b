/**
 * The demo's functions, and below it what the pipelines are shown with. A guest: nothing that a
 * pipeline deploys depends on it.
 */
package dev.sluice.demo;
