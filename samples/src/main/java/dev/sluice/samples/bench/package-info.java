/** Measurements that need large sample files. */
package dev.sluice.samples.bench;
