package dev.sluice.demo.stations;

import dev.sluice.demo.random.Dice;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a station said when it was last heard of.
 *
 * @param at in seconds since 1970
 * @param renting false while the station is closed; bikes can be brought back all the same
 */
record Report(Station station, long at, int bikes, int docks, boolean renting) {
  private static final int DAY = 24 * 60;
  private static final int HOUR = 60;

  /** The newest report that the operator has in a minute, counted from 1970. */
  static Report newest(long seed, Station station, long minute) {
    Dice habits = new Dice(seed, "habits", station.index());
    int secondsBefore = habits.between(1, 50);
    // Every fourth station reports every few minutes only: snapshots repeat what it said.
    int every = station.index() % 4 == 0 ? habits.between(2, 5) : 1;
    long reported = minute - Math.floorMod(minute + station.index(), every);
    Dice dice = new Dice(seed, "report " + station.id(), reported);
    int bikes = bikes(station, reported, dice.between(-1, 1));
    int broken = bikes < station.capacity() && dice.oneIn(20) ? 1 : 0;
    boolean closed =
        new Dice(seed, "closed " + station.id(), Math.floorDiv(reported, HOUR)).oneIn(20);
    return new Report(
        station,
        reported * 60 - secondsBefore,
        bikes,
        station.capacity() - bikes - broken,
        !closed);
  }

  /**
   * A tide a day, high at another hour for each station. That of every other station is so high
   * that it runs empty and full: at any time some are.
   */
  private static int bikes(Station station, long minute, int more) {
    double hour = (double) Math.floorMod(minute, DAY) / DAY;
    double high = (double) station.index() / Station.COUNT;
    double swing = station.index() % 2 == 0 ? 0.4 : 0.8;
    // StrictMath gives the same bits on every machine.
    double tide = swing * StrictMath.sin(2 * Math.PI * (hour - high));
    long bikes = Math.round(station.capacity() * (0.5 + tide)) + more;
    return (int) Math.max(0, Math.min(station.capacity(), bikes));
  }

  /** The report in feed station_status. */
  Map<String, Object> status() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("station_id", station.id());
    fields.put("num_bikes_available", bikes);
    fields.put("num_docks_available", docks);
    fields.put("is_installed", true);
    fields.put("is_renting", renting);
    fields.put("is_returning", true);
    fields.put("last_reported", at);
    return fields;
  }
}
