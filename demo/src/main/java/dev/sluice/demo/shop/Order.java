package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An order with its lines; amounts are in ten-thousandths of a euro, and the total is the sum of
 * the lines and the shipping.
 */
record Order(
    long id,
    long customerId,
    Long addressId,
    String status,
    Instant placedAt,
    long shipping,
    long total,
    List<Line> lines) {
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
  private static final long TWO_YEARS_MICROS = 730L * 86_400L * 1_000_000L;
  private static final int[] LINES = {1, 1, 2, 2, 3, 3, 3, 4, 4, 5};

  /** A line of an order. */
  record Line(int number, long productId, int quantity, long unitPrice, int discount, long amount) {
    static Line of(ShopPlan plan, Dice dice, int number) {
      long productId = 1 + dice.below(plan.products());
      int quantity = dice.between(1, 4);
      long unitPrice = Product.price(plan, productId);
      int discount = dice.oneIn(5) ? dice.between(1, 4) * 625 : 0;
      // Rounded half up to the fourth place, as numeric(18,4) would.
      long amount = (quantity * unitPrice * (10_000 - discount) + 5_000) / 10_000;
      return new Line(number, productId, quantity, unitPrice, discount, amount);
    }
  }

  static Order of(ShopPlan plan, long id) {
    Dice dice = plan.dice("order", id);
    List<Line> lines = new ArrayList<>();
    int count = LINES[dice.below(LINES.length)];
    long total = 0;
    for (int number = 1; number <= count; number++) {
      Line line = Line.of(plan, dice, number);
      lines.add(line);
      total += line.amount();
    }
    long shipping = dice.oneIn(3) ? 0 : 49_500;
    // The first addresses are one a customer, under the customer's own number.
    long customerId = 1 + dice.below(plan.customers());
    return new Order(
        id,
        customerId,
        dice.oneIn(25) ? null : Long.valueOf(customerId),
        status(dice.below(100)),
        FIRST.plus(Math.floorMod(dice.next(), TWO_YEARS_MICROS), ChronoUnit.MICROS),
        shipping,
        total + shipping,
        lines);
  }

  boolean paid() {
    return !status.equals("placed") && !status.equals("cancelled");
  }

  boolean shipped() {
    return status.equals("shipped") || delivered();
  }

  boolean delivered() {
    return status.equals("delivered");
  }

  private static String status(int percent) {
    if (percent < 70) {
      return "delivered";
    } else if (percent < 80) {
      return "shipped";
    } else if (percent < 93) {
      return "paid";
    }
    return percent < 97 ? "placed" : "cancelled";
  }
}
