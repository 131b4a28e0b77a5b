package dev.sluice.lambda.notify;

import static dev.sluice.lambda.notify.Notices.Claim.GRANTED;
import static dev.sluice.lambda.notify.Notices.Claim.SENT;
import static dev.sluice.lambda.notify.Notices.Claim.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Notices} keeps. */
abstract class NoticesContract {
  private static final String ID =
      "arn:aws:states:us-east-1:000000000000:execution:sluice-orders:r#0#FAILED";

  private final MovableClock clock = new MovableClock();
  private Notices notices;

  abstract Notices notices(MovableClock time);

  @BeforeEach
  void make() {
    notices = notices(clock);
  }

  @Test
  void shouldGrantAMailOnce() {
    assertThat(notices.claim(ID)).isEqualTo(GRANTED);
    notices.sent(ID);

    assertThat(notices.claim(ID)).isEqualTo(SENT);
    clock.advance(Duration.ofDays(1));
    assertThat(notices.claim(ID)).isEqualTo(SENT);
  }

  @Test
  void shouldNotLoseAMailWhoseSenderDied() {
    notices.claim(ID);

    clock.advance(Duration.ofSeconds(119));
    assertThat(notices.claim(ID)).isEqualTo(TAKEN);
    clock.advance(Duration.ofSeconds(2));
    assertThat(notices.claim(ID)).isEqualTo(GRANTED);
  }

  @Test
  void shouldGrantAtOnceWhatWasReleased() {
    notices.claim(ID);
    notices.release(ID);

    assertThat(notices.claim(ID)).isEqualTo(GRANTED);
  }

  @Test
  void shouldTellMailsApart() {
    notices.claim(ID);

    assertThat(notices.claim(ID.replace("#0#", "#1#"))).isEqualTo(GRANTED);
    assertThat(notices.claim(ID.replace("FAILED", "ABORTED"))).isEqualTo(GRANTED);
  }
}
