/** Measurements that need large sample files. */
package dev.sluice.demo.bench;
