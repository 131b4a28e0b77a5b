package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What the shop sells: categories, products, inventory. */
final class GoodsTables {
  private static final LocalDateTime FIRST_COUNT = LocalDateTime.parse("2025-01-01T06:00:00");

  private GoodsTables() {}

  static void categories(ShopPlan plan, CopyRows rows) throws IOException {
    for (Category category : Category.ALL) {
      rows.number(category.id())
          .value(category.parentId())
          .text(category.name())
          .text(category.slug())
          .array(category.path())
          .end();
    }
  }

  static void products(ShopPlan plan, CopyRows rows) throws IOException {
    for (int id = 1; id <= plan.products(); id++) {
      Product product = Product.of(plan, id);
      rows.number(id)
          .text(product.sku())
          .text(product.name())
          .number(product.category().id())
          .number(product.supplierId())
          .money(product.price());
      if (product.cost() == null) {
        rows.text(null);
      } else {
        rows.money(product.cost());
      }
      rows.number(product.weight())
          .array(product.tags())
          .text(
              "{\"color\": \"%s\", \"material\": {\"name\": \"%s\", \"recycled\": %b}, \"origin\": null}"
                  .formatted(product.color(), product.material(), id % 7 == 0))
          .bytes(product.thumbnail())
          .text(product.status())
          .value(product.createdAt())
          .end();
    }
  }

  static void inventory(ShopPlan plan, CopyRows rows) throws IOException {
    long id = 0;
    for (int product = 1; product <= plan.products(); product++) {
      for (String warehouse : Words.WAREHOUSES) {
        Dice dice = plan.dice("inventory", ++id);
        rows.number(id)
            .number(product)
            .text(warehouse)
            .number(dice.oneIn(12) ? 0 : dice.below(900))
            .value(dice.oneIn(6) ? null : dice.between(5, 60))
            .array(dice.oneIn(9) ? null : bins(dice))
            .value(FIRST_COUNT.plusSeconds(dice.below(30_000_000)))
            .end();
      }
    }
  }

  private static List<Integer> bins(Dice dice) {
    List<Integer> bins = new ArrayList<>();
    for (int left = dice.below(4); left > 0; left--) {
      bins.add(dice.oneIn(20) ? null : dice.between(1, 4_000));
    }
    return bins;
  }
}
