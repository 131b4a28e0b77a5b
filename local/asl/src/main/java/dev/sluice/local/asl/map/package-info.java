/** Distributed maps: where items come from, their children, and where results go. */
package dev.sluice.local.asl.map;
