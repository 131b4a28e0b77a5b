package dev.sluice.lambda.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.lambda.wait.Waiters.Waiter;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of waits keeps to. */
abstract class WaitersContract {

  private static final Instant LATER = Instant.parse("2026-03-11T00:00:00Z");

  private final Waiter sales = new Waiter("sales", "arn:run-1", "token-1");
  private Waiters waiters;

  abstract Waiters empty();

  @BeforeEach
  void open() {
    waiters = empty();
  }

  @Test
  void shouldFindTheWaitsOfADataset() {
    Waiter other = new Waiter("sales", "arn:run-2", "token-2");
    waiters.add(sales, LATER);
    waiters.add(other, LATER);
    waiters.add(new Waiter("marketing", "arn:run-1", "token-3"), LATER);

    assertThat(waiters.of("sales")).containsExactly(sales, other);
    assertThat(waiters.of("returns")).isEmpty();
  }

  @Test
  void shouldReplaceTheTokenOfARedrivenExecution() {
    Waiter anew = new Waiter("sales", "arn:run-1", "token-2");
    waiters.add(sales, LATER);
    waiters.add(anew, LATER);

    assertThat(waiters.of("sales")).containsExactly(anew);
  }

  @Test
  void shouldForgetAWaitOnceAndForAll() {
    waiters.add(sales, LATER);

    waiters.remove(sales);
    waiters.remove(sales);

    assertThat(waiters.of("sales")).isEmpty();
  }

  @Test
  void shouldKeepTheNewTokenWhenTheOldOneIsForgottenLate() {
    Waiter anew = new Waiter("sales", "arn:run-1", "token-2");
    waiters.add(sales, LATER);
    waiters.add(anew, LATER);

    waiters.remove(sales);

    assertThat(waiters.of("sales")).containsExactly(anew);
  }
}
