package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Whom the shop deals with: suppliers, customers, addresses. */
final class PeopleTables {
  private static final long LARGEST_NUMERIC = 999_999_999_999_999_999L;
  private static final long FIVE_YEARS_MICROS = 1_825L * 86_400L * 1_000_000L;
  private static final LocalDate OLDEST = LocalDate.parse("1938-02-28");
  private static final Instant FIRST_CUSTOMER = Instant.parse("2019-03-01T08:00:00Z");

  private PeopleTables() {}

  static void suppliers(ShopPlan plan, CopyRows rows) throws IOException {
    for (int id = 1; id <= plan.suppliers(); id++) {
      Dice dice = plan.dice("supplier", id);
      rows.number(id)
          .text(dice.pick(Words.FAMILY) + " & " + dice.pick(Words.FAMILY) + " GmbH")
          .text(dice.pick(Words.COUNTRIES))
          .text(
              dice.oneIn(8)
                  ? null
                  : "{\"phone\": [\"+%d\"], \"since\": %d, \"key\": true}"
                      .formatted(dice.below(1_000_000_000), dice.between(1990, 2024)))
          .money(creditLimit(id, dice))
          .number(dice.below(1_000) / 1_000.0)
          .bool(!dice.oneIn(10))
          .value(OLDEST.plusDays(dice.below(30_000)))
          .end();
    }
  }

  /** The ends of numeric(18,4), which a double cannot hold, are each someone's limit. */
  private static long creditLimit(int id, Dice dice) {
    return switch (id) {
      case 1 -> LARGEST_NUMERIC;
      case 2 -> -LARGEST_NUMERIC;
      case 3 -> 1;
      default -> dice.below(2_000_000_000);
    };
  }

  static void customers(ShopPlan plan, CopyRows rows) throws IOException {
    for (int id = 1; id <= plan.customers(); id++) {
      Dice dice = plan.dice("customer", id);
      rows.number(id)
          .text("customer" + id + "@example.com")
          .text(dice.pick(Words.GIVEN) + " " + dice.pick(Words.FAMILY))
          .text(dice.oneIn(4) ? null : "+" + (10_000_000_000L + dice.below(1_000_000_000)))
          .value(dice.oneIn(6) ? null : OLDEST.plusDays(dice.below(25_000)))
          .text(dice.oneIn(3) ? null : preferences(dice))
          .number(dice.below(20_000))
          .text(dice.pick(List.of("consumer", "consumer", "business", "non-profit")))
          .value(dice.oneIn(5) ? null : dice.oneIn(2))
          .bytes(dice.oneIn(3) ? dice.bytes(dice.between(0, 24)) : null)
          .text(dice.oneIn(4) ? dice.pick(Words.REMARKS) : null)
          .value(
              FIRST_CUSTOMER.plus(Math.floorMod(dice.next(), FIVE_YEARS_MICROS), ChronoUnit.MICROS))
          .end();
    }
  }

  private static String preferences(Dice dice) {
    return "{\"language\": \"%s\", \"themes\": [\"%s\", null], \"limits\": {\"daily\": %s}}"
        .formatted(
            dice.pick(Words.COUNTRIES).toLowerCase(Locale.ROOT),
            dice.pick(Words.COLORS),
            BigDecimal.valueOf(dice.below(10_000_000), 4));
  }

  static void addresses(ShopPlan plan, CopyRows rows) throws IOException {
    for (int id = 1; id <= plan.addresses(); id++) {
      Dice dice = plan.dice("address", id);
      int customers = plan.customers();
      String street = dice.pick(Words.STREETS) + " " + dice.between(1, 240);
      rows.number(id)
          .number(id <= customers ? id : 1 + dice.below(customers))
          .text(dice.pick(List.of("home", "home", "work", "pick-up point")))
          .array(
              dice.oneIn(3) ? List.of(street, "c/o " + dice.pick(Words.FAMILY)) : List.of(street))
          .text(dice.pick(Words.CITIES))
          .text(dice.oneIn(30) ? null : String.valueOf(dice.between(1_000, 99_999)))
          .text(dice.pick(Words.COUNTRIES))
          .value(
              dice.oneIn(5) ? null : BigDecimal.valueOf(dice.between(-60_000_000, 70_000_000), 6))
          .value(
              dice.oneIn(5) ? null : BigDecimal.valueOf(dice.between(-179_000_000, 179_000_000), 6))
          .end();
    }
  }
}
