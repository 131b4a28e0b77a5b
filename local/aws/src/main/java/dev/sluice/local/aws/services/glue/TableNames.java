package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that a crawl gives to tables: the prefix and the folder's or table's own name, with a
 * hash of its place where another place has that name. A table that the catalog has keeps its name.
 * Which of two gets the hash, and of what it is made, AWS does not say.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html">The rules for
 *     names</a>
 */
final class TableNames {
  private static final int LONGEST = 128;

  private final String prefix;
  private final Map<String, String> placeByName = new HashMap<>();
  private final Map<String, String> nameByPlace = new HashMap<>();
  private final Set<String> given = new LinkedHashSet<>();

  /**
   * @param catalog the database's tables before the crawl
   */
  TableNames(String prefix, List<ObjectNode> catalog) {
    this.prefix = prefix;
    for (ObjectNode table : catalog) {
      take(table.path("Name").asText(), place(table));
    }
  }

  private void take(String name, String place) {
    placeByName.put(name, place);
    nameByPlace.put(place, name);
  }

  private static String place(ObjectNode table) {
    return table.at("/StorageDescriptor/Location").asText().replaceAll("/+$", "");
  }

  /** The name of a table that was found. */
  String of(ObjectNode table) {
    String place = place(table);
    String name = fit(prefix + table.path("Name").asText(), "");
    String known = nameByPlace.get(place);
    if (known != null && (known.equals(name) || known.startsWith(name + "_"))) {
      name = known;
    } else if (!place.equals(placeByName.getOrDefault(name, place))) {
      name = fit(name, "_" + Digest.hex("MD5", place.getBytes(StandardCharsets.UTF_8)));
    }
    take(name, place);
    given.add(name);
    return name;
  }

  private static String fit(String name, String suffix) {
    return name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix;
  }

  /** All names given so far. */
  Set<String> given() {
    return given;
  }
}
