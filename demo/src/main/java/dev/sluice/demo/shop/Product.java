package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A product, as the database and the catalog both know it.
 *
 * @param price in ten-thousandths of a euro
 * @param cost in ten-thousandths, null where unknown
 * @param thumbnail null where there is none
 */
record Product(
    long id,
    String sku,
    String name,
    Category category,
    int supplierId,
    long price,
    Long cost,
    double weight,
    List<String> tags,
    String color,
    String material,
    byte[] thumbnail,
    String status,
    Instant createdAt) {
  private static final Instant OPENING = Instant.parse("2019-03-01T08:00:00Z");

  static Product of(ShopPlan plan, long id) {
    Dice dice = plan.dice("product", id);
    long price = 9_900L + dice.below(2_000_000);
    Category category = dice.pick(Category.KINDS);
    String material = dice.pick(Words.MATERIALS);
    return new Product(
        id,
        "SKU-%06d-%s".formatted(id, Integer.toString(dice.below(36 * 36 * 36), 36)),
        dice.pick(Words.ADJECTIVES) + " " + material + ", " + category.name(),
        category,
        1 + dice.below(plan.suppliers()),
        price,
        dice.oneIn(15) ? null : Long.valueOf(price * dice.between(40, 80) / 100),
        dice.between(1, 40_000) / 1_000.0,
        List.of(dice.pick(Words.TAGS), dice.pick(Words.TAGS)).stream().distinct().toList(),
        dice.pick(Words.COLORS),
        material,
        dice.oneIn(4) ? null : dice.bytes(dice.between(0, 48)),
        dice.oneIn(20) ? "discontinued" : dice.oneIn(30) ? "draft" : "active",
        OPENING.plus(dice.below(150_000_000), ChronoUnit.SECONDS));
  }

  /** The price alone, for whoever asks a hundred thousand times. */
  static long price(ShopPlan plan, long id) {
    return 9_900L + plan.dice("product", id).below(2_000_000);
  }
}
