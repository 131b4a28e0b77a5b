package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.audit.FileState;
import dev.sluice.error.BadInput;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.InMemoryAuditTable;
import dev.sluice.lambda.audit.Transition;
import dev.sluice.lambda.file.Registrar;
import dev.sluice.lambda.mail.RecordedMail;
import dev.sluice.lambda.store.InMemoryStore;
import dev.sluice.lambda.wait.InMemoryWaiters;
import dev.sluice.lambda.wait.RecordedTokens;
import dev.sluice.lambda.wait.Waiters;
import dev.sluice.lambda.wait.WakeUp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RegisterFileHandlerTest {

  private static final Instant NOW = Instant.parse("2026-03-04T06:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String KEY = "sales/März 1+2 100%25.csv";
  private static final String EVENT = Handlers.event("object-created.json");

  private final InMemoryAuditTable audit = new InMemoryAuditTable(CLOCK);
  private final InMemoryStore store = new InMemoryStore();
  private final Waiters waiters = new InMemoryWaiters();
  private final RecordedTokens tokens = new RecordedTokens();
  private final WakeUp wakeUp = new WakeUp(waiters, tokens);
  private final RecordedMail mail = new RecordedMail();
  private final RegisterFileHandler handler =
      new RegisterFileHandler(
          new Registrar(audit, store, wakeUp, mail, TestContracts::all, "orders", CLOCK));

  @Test
  void shouldRegisterAFileUnderItsLiteralKey() {
    assertThat(Handlers.invoke(handler, EVENT))
        .isEqualTo(
            "{\"dataset\":\"sales\",\"object\":\"landing/"
                + KEY
                + "\",\"registered\":true,\"woken\":0}");

    assertThat(audit.announced()).containsExactly("landing/" + KEY);
    AuditRecord record = record("sales", KEY);
    assertThat(record.state()).isEqualTo(FileState.NEW);
    assertThat(record.receivedAt()).isEqualTo("2026-03-04T05:06:07.000Z");
    assertThat(record.file().versionId()).isEqualTo("IYV3p45BT0ac8hjHg1houSdS1a.Mro8e");
    assertThat(record.file().sequencer()).isEqualTo("00617F08299329D189");
    assertThat(mail.subjects()).isEmpty();
  }

  @Test
  void shouldChangeNothingWhenTheEventComesTwice() {
    Handlers.invoke(handler, EVENT);
    AuditRecord before = record("sales", KEY);
    audit.apply(Transition.valid(before.file(), "run-1", NOW, 1, "s3://raw"));

    assertThat(Handlers.invoke(handler, EVENT)).contains("\"registered\":false,\"woken\":0");
    assertThat(record("sales", KEY).state()).isEqualTo(FileState.VALID);
  }

  @Test
  void shouldKeepTheNewerVersionWhenEventsComeOutOfOrder() {
    String newer = EVENT.replace("IYV3p45B", "newer").replace("0829932", "0829942");

    Handlers.invoke(handler, newer);
    Handlers.invoke(handler, EVENT);

    assertThat(record("sales", KEY).file().versionId()).startsWith("newer");
  }

  @Test
  void shouldWakeEveryExecutionThatWaitsForTheDataset() {
    wait("sales", "arn:1", "token-1");
    wait("sales", "arn:2", "token-2");
    wait("marketing", "arn:1", "token-3");

    assertThat(Handlers.invoke(handler, EVENT)).contains("\"woken\":2");

    assertThat(tokens.answers())
        .containsOnlyKeys("token-1", "token-2")
        .containsEntry("token-1", "{\"dataset\":\"sales\",\"object\":\"landing/" + KEY + "\"}");
    assertThat(waiters.of("sales")).isEmpty();
    assertThat(waiters.of("marketing")).hasSize(1);
  }

  @Test
  void shouldForgetATokenWhoseTaskIsGone() {
    wait("sales", "arn:1", "token-1");
    tokens.expire("token-1");

    assertThat(Handlers.invoke(handler, EVENT)).contains("\"woken\":0");
    assertThat(waiters.of("sales")).isEmpty();
  }

  @Test
  void shouldWakeAfterAnAttemptThatDiedBeforeWaking() {
    Handlers.invoke(handler, EVENT);
    wait("sales", "arn:1", "token-1");

    assertThat(Handlers.invoke(handler, EVENT)).contains("\"registered\":false,\"woken\":1");
  }

  @Test
  void shouldRecordAndMailAFileOfNoDatasetOnce() {
    String event = EVENT.replace("sales/März", "salez/März");

    Handlers.invoke(handler, event);
    Handlers.invoke(handler, event);

    assertThat(record("unknown", KEY.replace("sales", "salez")).state()).isEqualTo(FileState.NEW);
    assertThat(mail.subjects()).singleElement().asString().contains("[orders]", "salez/");
    assertThat(mail.bodies().get(0)).contains("s3://landing/salez/", "sales: sales/*.csv");
  }

  @Test
  void shouldTakeAFileOfAnotherPatternForUnknown() {
    Handlers.invoke(handler, EVENT.replace("100%25.csv", "100%25.xlsx"));

    assertThat(record("unknown", KEY.replace(".csv", ".xlsx")).state()).isEqualTo(FileState.NEW);
  }

  @Test
  void shouldPassOverTheEmptyObjectOfAFolder() {
    String folder = EVENT.replace(KEY, "sales/").replace("\"size\": 5", "\"size\": 0");

    assertThat(Handlers.invoke(handler, folder)).contains("\"registered\":false");
    assertThat(audit.find("unknown", "landing/sales/")).isEmpty();
  }

  @Test
  void shouldNameWhatAnEventLacks() {
    assertThatThrownBy(() -> Handlers.invoke(handler, EVENT.replace("version-id", "versionId")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("detail.object has no 'version-id'");
    assertThatThrownBy(() -> Handlers.invoke(handler, "{}"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("the input of register-file has no 'detail'");
  }

  private void wait(String dataset, String execution, String token) {
    waiters.add(new Waiters.Waiter(dataset, execution, token), NOW.plusSeconds(60));
  }

  private AuditRecord record(String dataset, String key) {
    return audit.find(dataset, "landing/" + key).orElseThrow();
  }
}
