package dev.sluice.core.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that would cost minutes or the whole stack are refused plainly. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class HostileContractTest {
  private static final String COLUMNS = "columns: [{name: Xyz, as: x, type: string}]\n";

  @Test
  void shouldRefuseDeepNesting() {
    assertRefused(
        "name: t\ncadence: daily\ncolumns: " + "[".repeat(5_000) + "]".repeat(5_000),
        "t.yaml:3: found lists or mappings nested over 20 deep, expected a contract; flatten it");
  }

  @Test
  void shouldRefuseDeepNestingThatIsNeverClosed() {
    assertRefused("{a: ".repeat(100_000 / 4), "nested over 20 deep");
  }

  @Test
  void shouldRefuseALongValue() {
    assertRefused(
        "name: t\ncadence: daily\ndescription: " + "x".repeat(20_000_000) + "\n" + COLUMNS,
        "characters, expected 262144 at most; leave out what is no part of a contract");
  }

  @ParameterizedTest
  @CsvSource({
    "columns: 0",
    "columns: 100001",
    "header: 2B",
    "header: 17MiB",
    "field: 2",
    "field: 17MiB"
  })
  void shouldRefuseLimitsThatItsOwnColumnsBreakOrMemoryDoesNotHold(String limit) {
    assertRefused(
        "name: t\ncadence: daily\nlimits: {" + limit + "}\n" + COLUMNS,
        "(what the contract's own columns need) to ");
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> Contracts.parse("t.yaml", yaml))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(message);
  }
}
