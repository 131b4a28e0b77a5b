package dev.sluice.demo.shop;

import dev.sluice.demo.random.Dice;
import java.math.BigDecimal;

/**
 * What to generate: everything in the shop follows from these two numbers.
 *
 * @param seed another seed gives other data of the same shape
 * @param scale 1 means about 250,000 rows and 5,000 products; 0.01 suits tests
 */
public record ShopPlan(long seed, BigDecimal scale) {
  private static final BigDecimal MOST = BigDecimal.valueOf(20);

  /** Checks the scale. */
  public ShopPlan {
    if (scale.signum() <= 0 || scale.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "Scale is "
              + scale.toPlainString()
              + ", expected a number above 0 and up to "
              + MOST
              + ": 1 gives about 250,000 rows");
    }
    scale = scale.stripTrailingZeros();
  }

  /** How many products there are, both in the database and in the catalog. */
  public int products() {
    return scaled(5_000, 20);
  }

  int customers() {
    return scaled(10_000, 20);
  }

  int addresses() {
    return customers() + scaled(4_000, 8);
  }

  int suppliers() {
    return scaled(200, 5);
  }

  int orders() {
    return scaled(36_000, 60);
  }

  Dice dice(String subject, long row) {
    return new Dice(seed, subject, row);
  }

  private int scaled(int rows, int least) {
    return Math.max(least, scale.multiply(BigDecimal.valueOf(rows)).intValue());
  }
}
