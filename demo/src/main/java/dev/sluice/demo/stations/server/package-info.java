/** The stations' API on this machine, for tests that need it late, broken or gone. */
package dev.sluice.demo.stations.server;
