package dev.sluice.demo.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of the shop's sixty categories: twelve departments, each with four kinds. Products belong to
 * kinds.
 *
 * @param id from 1
 * @param parentId the department's id, null for a department
 */
record Category(int id, Integer parentId, String name, List<String> path) {
  private static final int KINDS_EACH = 4;
  private static final List<List<String>> DEPARTMENTS =
      List.of(
          List.of("Books", "Novels", "Travel Guides", "Comics", "Children's Books"),
          List.of("Kitchen", "Pans", "Knives", "Coffee & Tea", "Baking"),
          List.of("Garden", "Seeds", "Tools", "Pots", "Outdoor Lights"),
          List.of("Toys", "Puzzles", "Building Blocks", "Dolls", "Board Games"),
          List.of("Office", "Notebooks", "Pens", "Desk Lamps", "Chairs"),
          List.of("Sports", "Running", "Climbing", "Cycling", "Swimming"),
          List.of("Music", "Vinyl", "Strings", "Keys", "Headphones"),
          List.of("Home", "Textiles", "Candles", "Frames", "Storage"),
          List.of("Pets", "Dog", "Cat", "Fish", "Bird"),
          List.of("Beauty", "Soap", "Shaving", "Hair", "Parfümerie"),
          List.of("Electronics", "Cables", "Chargers", "Speakers", "Sensors"),
          List.of("Food", "Chocolate", "Spices", "Olive Oil", "Crème & Jam"));

  /** Every category, departments first. */
  static final List<Category> ALL = all();

  /** The kinds, to which products belong. */
  static final List<Category> KINDS = ALL.stream().filter(c -> c.parentId() != null).toList();

  String department() {
    return path.get(0);
  }

  String slug() {
    return String.join("/", path).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}/]+", "-");
  }

  private static List<Category> all() {
    List<Category> all = new ArrayList<>();
    for (List<String> names : DEPARTMENTS) {
      all.add(new Category(all.size() + 1, null, names.get(0), List.of(names.get(0))));
    }
    for (int department = 1; department <= DEPARTMENTS.size(); department++) {
      List<String> names = DEPARTMENTS.get(department - 1);
      for (int kind = 1; kind <= KINDS_EACH; kind++) {
        List<String> path = List.of(names.get(0), names.get(kind));
        all.add(new Category(all.size() + 1, department, names.get(kind), path));
      }
    }
    return List.copyOf(all);
  }
}
