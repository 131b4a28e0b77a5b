package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What came back: returned goods and reviews, each of something that was delivered. */
final class AfterSalesTables {
  private AfterSalesTables() {}

  static void returns(ShopPlan plan, CopyRows rows) throws IOException {
    long id = 0;
    long item = 0;
    for (int number = 1; number <= plan.orders(); number++) {
      Order order = Order.of(plan, number);
      for (Order.Line line : order.lines()) {
        Dice dice = plan.dice("return", ++item);
        if (order.delivered() && dice.oneIn(24)) {
          rows.number(++id)
              .number(item)
              .number(dice.between(1, line.quantity()))
              .money(line.amount() / line.quantity())
              .text(dice.oneIn(3) ? null : dice.pick(Words.REMARKS))
              .value(
                  order
                      .placedAt()
                      .atOffset(ZoneOffset.UTC)
                      .toLocalDate()
                      .plusDays(dice.between(12, 60)))
              .bytes(dice.oneIn(2) ? dice.bytes(dice.between(0, 64)) : null)
              .end();
        }
      }
    }
  }

  static void reviews(ShopPlan plan, CopyRows rows) throws IOException {
    long id = 0;
    long item = 0;
    for (int number = 1; number <= plan.orders(); number++) {
      Order order = Order.of(plan, number);
      for (Order.Line line : order.lines()) {
        Dice dice = plan.dice("review", ++item);
        if (order.delivered() && dice.oneIn(9)) {
          Instant posted = order.placedAt().plus(dice.between(20, 90), ChronoUnit.DAYS);
          rows.number(++id)
              .number(line.productId())
              .number(order.customerId())
              .number(dice.between(1, 5))
              .text(dice.oneIn(3) ? null : dice.pick(Words.ADJECTIVES) + "!")
              .text(dice.pick(Words.REMARKS))
              .value(dice.oneIn(2) ? null : dice.below(120))
              .value(posted.plus(dice.below(1_000_000), ChronoUnit.MICROS))
              .end();
        }
      }
    }
  }
}
