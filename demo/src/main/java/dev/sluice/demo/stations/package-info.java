/**
 * A bike-share operator's feeds in the public GBFS format.
 *
 * @see <a href="https://github.com/MobilityData/gbfs/blob/v2.3/gbfs.md">GBFS 2.3</a>
 */
package dev.sluice.demo.stations;
