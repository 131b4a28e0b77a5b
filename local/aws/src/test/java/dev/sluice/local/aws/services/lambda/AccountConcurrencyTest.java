package dev.sluice.local.aws.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one function takes, another does not get, but for what is reserved: <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Understanding
 * function scaling</a>.
 */
class AccountConcurrencyTest {
  private final AccountConcurrency account = new AccountConcurrency(10);
  @TempDir Path logs;

  @Test
  void shouldRefuseTheEleventhInvocationOfAllFunctionsTogether() {
    Fleet busy = fleet("busy", null);
    Fleet other = fleet("other", null);
    List<Fleet> all = List.of(busy, other);
    run(busy, 9);

    assertThat(account.admits(other, all)).isTrue();
    run(other, 1);
    assertThat(account.admits(other, all)).isFalse();
    assertThat(account.admits(busy, all)).isFalse();

    busy.done();
    assertThat(account.admits(other, all)).isTrue();
  }

  @Test
  void shouldKeepWhatIsReservedForItsFunctionAndNoMore() {
    AccountConcurrency large = new AccountConcurrency(110);
    Fleet reserved = fleet("reserved", 5);
    Fleet other = fleet("other", null);
    List<Fleet> all = List.of(reserved, other);
    run(other, 105);

    assertThat(large.admits(other, all)).isFalse();
    assertThat(large.admits(reserved, all)).isTrue();
    run(reserved, 5);
    assertThat(large.admits(reserved, all)).isFalse();
  }

  @Test
  void shouldRefuseAReservationThatLeavesTooLittle() {
    FunctionConfig greedy = config("greedy", 1);

    assertThatThrownBy(() -> account.requireUnreserved(greedy, List.of()))
        .hasMessageContaining(
            "decreases account's UnreservedConcurrentExecution below its minimum value of [10]");
    assertThatThrownBy(
            () ->
                new AccountConcurrency(1_000)
                    .requireUnreserved(config("much", 500), List.of(fleet("more", 401))))
        .hasMessageContaining("minimum value of [100]");
    assertThatCode(
            () ->
                new AccountConcurrency(1_000)
                    .requireUnreserved(config("much", 500), List.of(fleet("more", 400))))
        .doesNotThrowAnyException();
    // None at all: the function is switched off, which takes nothing from the others.
    assertThatCode(() -> account.requireUnreserved(config("off", 0), List.of()))
        .doesNotThrowAnyException();
  }

  private static void run(Fleet fleet, int invocations) {
    for (int i = 0; i < invocations; i++) {
      fleet.admit(new PendingInvocation(new byte[0]));
    }
  }

  private Fleet fleet(String name, Integer reserved) {
    return new Fleet(config(name, reserved), new FunctionLog(logs.resolve(name + ".log")));
  }

  private static FunctionConfig config(String name, Integer reserved) {
    return LambdaFixture.function(
        name, TestHandlers.Echo.class.getName(), Map.of(), 128, 3, reserved);
  }
}
