package dev.sluice.local.aws.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.iam.request.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/jobs/loader";
  private static final String SESSIONS = "arn:aws:sts::000000000000:assumed-role/loader/";

  private final Callers callers = new Callers();

  @Test
  void shouldKnowTheAdministratorByTheKey() {
    Credentials administrator = Callers.ADMINISTRATOR;
    assertThat(callers.who(administrator.accessKeyId(), null)).contains(callers.administrator());
  }

  @Test
  void shouldKnowASessionByItsKeyAndToken() {
    Credentials credentials = callers.of(ROLE, "run-1");

    assertThat(callers.who(credentials.accessKeyId(), credentials.sessionToken()))
        .contains(Principal.roleSession(ROLE, SESSIONS + "run-1"));
    assertThat(callers.who(credentials.accessKeyId(), null)).isEmpty();
    assertThat(callers.who(credentials.accessKeyId(), "guessed")).isEmpty();
    assertThat(callers.who("AKIAUNKNOWN", credentials.sessionToken())).isEmpty();
  }

  @Test
  void shouldGiveOneSessionOneKey() {
    Credentials first = callers.of(ROLE, "run-1");
    assertThat(callers.of(ROLE, "run-1")).isEqualTo(first);
    assertThat(callers.of(ROLE, "run-2").accessKeyId()).isNotEqualTo(first.accessKeyId());
    assertThat(first.accessKeyId()).matches("ASIA[A-Z2-7]{16}");
  }

  @Test
  void shouldKnowARoleByItsNameAlone() {
    assertThat(Callers.session("loader", "run-1"))
        .isEqualTo(Callers.session("arn:aws:iam::000000000000:role/loader", "run-1"));
  }

  @Test
  void shouldKeepSecretsOutOfLogs() {
    Credentials credentials = callers.of(ROLE, "run-1");
    assertThat(credentials.toString())
        .contains(credentials.accessKeyId())
        .doesNotContain(credentials.secretAccessKey(), credentials.sessionToken());
  }

  @ParameterizedTest
  @CsvSource({
    "run 1/x, run-1-x",
    "a+b=c@d.e_f, a+b=c@d.e_f",
    "0123456789012345678901234567890123456789012345678901234567890123456789,"
        + " 0123456789012345678901234567890123456789012345678901234567890123",
  })
  void shouldNameASessionAsAwsAllowsIt(String asked, String name) {
    assertThat(Callers.session(ROLE, asked).name()).isEqualTo(SESSIONS + name);
  }
}
