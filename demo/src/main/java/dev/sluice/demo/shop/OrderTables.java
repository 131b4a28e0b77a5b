package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was bought: orders, their lines, payments and shipments. */
final class OrderTables {
  private static final List<String> METHODS =
      List.of("card", "card", "transfer", "wallet", "gift card");

  private OrderTables() {}

  static void orders(ShopPlan plan, CopyRows rows) throws IOException {
    for (int id = 1; id <= plan.orders(); id++) {
      Order order = Order.of(plan, id);
      Dice dice = plan.dice("order details", id);
      rows.number(id)
          .number(order.customerId())
          .value(order.addressId())
          .text(order.status())
          .value(order.placedAt())
          .text("EUR")
          .money(order.shipping())
          .money(order.total())
          .text(dice.oneIn(10) ? "SAVE-" + dice.between(5, 25) + "%" : null)
          .text(dice.oneIn(8) ? dice.pick(Words.REMARKS) : null)
          .text(
              dice.oneIn(2)
                  ? null
                  : "{\"device\": \"%s\", \"ip\": \"10.0.%d.%d\", \"utm\": {\"campaign\": \"%s\"}}"
                      .formatted(
                          dice.oneIn(2) ? "phone" : "desktop",
                          dice.below(256),
                          dice.below(256),
                          dice.pick(Words.COLORS)))
          .end();
    }
  }

  static void orderItems(ShopPlan plan, CopyRows rows) throws IOException {
    long id = 0;
    for (int order = 1; order <= plan.orders(); order++) {
      for (Order.Line line : Order.of(plan, order).lines()) {
        rows.number(++id)
            .number(order)
            .number(line.number())
            .number(line.productId())
            .number(line.quantity())
            .money(line.unitPrice())
            .money(line.discount())
            .money(line.amount())
            .end();
      }
    }
  }

  static void payments(ShopPlan plan, CopyRows rows) throws IOException {
    long id = 0;
    for (int number = 1; number <= plan.orders(); number++) {
      Order order = Order.of(plan, number);
      Dice dice = plan.dice("payment", number);
      if (dice.oneIn(12)) {
        payment(rows, ++id, order, null, dice);
      }
      if (order.paid()) {
        Instant paidAt = order.placedAt().plus(dice.below(900_000_000), ChronoUnit.MICROS);
        payment(rows, ++id, order, paidAt, dice);
      }
    }
  }

  private static void payment(CopyRows rows, long id, Order order, Instant paidAt, Dice dice)
      throws IOException {
    String method = dice.pick(METHODS);
    rows.number(id)
        .number(order.id())
        .text(method)
        .money(order.total())
        .bool(paidAt != null)
        .value(paidAt)
        .text(
            "{\"gateway\": \"acme\\\\pay\", \"attempt\": %d, \"message\": \"%s\"}"
                .formatted(dice.between(1, 3), paidAt == null ? "declined: \\\"limit\\\"" : "ok"))
        .bytes(method.equals("card") ? dice.bytes(16) : null)
        .end();
  }

  static void shipments(ShopPlan plan, CopyRows rows) throws IOException {
    long id = 0;
    for (int number = 1; number <= plan.orders(); number++) {
      Order order = Order.of(plan, number);
      if (order.shipped()) {
        Dice dice = plan.dice("shipment", number);
        Instant shippedAt = order.placedAt().plusSeconds(dice.between(7_200, 300_000));
        rows.number(++id)
            .number(number)
            .value(new UUID(dice.next(), dice.next()))
            .text(dice.pick(Words.CARRIERS))
            .array(dice.oneIn(12) ? null : weights(dice))
            .value(shippedAt)
            .value(order.delivered() ? shippedAt.plusSeconds(dice.between(40_000, 900_000)) : null)
            .end();
      }
    }
  }

  private static List<Double> weights(Dice dice) {
    List<Double> weights = new ArrayList<>();
    for (int left = dice.between(1, 3); left > 0; left--) {
      weights.add(dice.between(1, 30_000) / 1_000.0);
    }
    return weights;
  }
}
