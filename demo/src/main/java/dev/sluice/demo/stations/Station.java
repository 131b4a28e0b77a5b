package dev.sluice.demo.stations;

import dev.sluice.demo.random.Dice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A station, as it stands in the street.
 *
 * @param index from 0
 * @param latitude in degrees, WGS 84
 * @param longitude in degrees, WGS 84
 * @param capacity docks, taken and free
 */
record Station(
    int index, String id, String name, BigDecimal latitude, BigDecimal longitude, int capacity) {
  /** How many stations there are. */
  static final int COUNT = 40;

  private static final List<String> STREETS =
      List.of(
          "Harbour Street",
          "Łazienki",
          "Market Square",
          "Rue de l'Église",
          "Park Avenue",
          "Königsallee",
          "Mill Lane",
          "Praça da Sé");

  private static final List<String> ENDS = List.of("North", "South", "East", "West", "Central");

  private static final int DEGREE = 1_000_000;
  private static final int SOUTH = 52_330_000;
  private static final int WEST = 4_840_000;

  /** The stations of an operator, by its seed. */
  static List<Station> all(long seed) {
    return IntStream.range(0, COUNT).mapToObj(index -> of(seed, index)).toList();
  }

  private static Station of(long seed, int index) {
    Dice dice = new Dice(seed, "station", index);
    return new Station(
        index,
        String.valueOf(1_001 + index),
        STREETS.get(index % STREETS.size()) + " " + ENDS.get(index / STREETS.size()),
        BigDecimal.valueOf(SOUTH + dice.below(DEGREE / 10), 6),
        BigDecimal.valueOf(WEST + dice.below(DEGREE / 5), 6),
        dice.between(6, 20) * 2);
  }

  /** The station in feed station_information. */
  Map<String, Object> information() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("station_id", id);
    fields.put("name", name);
    fields.put("lat", latitude);
    fields.put("lon", longitude);
    fields.put("capacity", capacity);
    return fields;
  }
}
