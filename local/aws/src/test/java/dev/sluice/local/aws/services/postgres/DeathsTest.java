package dev.sluice.local.aws.services.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeathsTest {
  private final Deaths deaths = new Deaths();

  @Test
  void shouldGiveUpAtTheThirdQuickDeathInARow() {
    assertThat(deaths.another(Duration.ofSeconds(29))).isTrue();
    assertThat(deaths.another(Duration.ZERO)).isTrue();
    assertThat(deaths.another(Duration.ZERO)).isFalse();
  }

  @Test
  void shouldForgetQuickDeathsAfterALongLife() {
    for (int i = 0; i < 10; i++) {
      assertThat(deaths.another(Duration.ZERO)).isTrue();
      assertThat(deaths.another(Duration.ZERO)).isTrue();
      assertThat(deaths.another(Duration.ofSeconds(30))).isTrue();
    }
  }
}
