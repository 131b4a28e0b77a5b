package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.AuditTable;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.InMemoryAuditTable;
import dev.sluice.lambda.audit.Transition;
import dev.sluice.lambda.wait.InMemoryWaiters;
import dev.sluice.lambda.wait.RecordedTokens;
import dev.sluice.lambda.wait.Waiters;
import dev.sluice.lambda.wait.WakeUp;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwaitDatasetHandlerTest {

  private static final Instant NOW = Instant.parse("2026-03-04T06:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String INPUT =
      "{\"dataset\":\"sales\",\"execution\":\"arn:1\",\"taskToken\":\"token-1\","
          + "\"timeoutSeconds\":60}";
  private static final FileVersion FILE =
      new FileVersion("sales", "landing", "sales/a.csv", "v1", 1, "0A", "");

  private final AuditTable audit = new InMemoryAuditTable(CLOCK);
  private final Waiters waiters = new InMemoryWaiters();
  private final RecordedTokens tokens = new RecordedTokens();
  private final WakeUp wakeUp = new WakeUp(waiters, tokens);

  @Test
  void shouldWaitWhereEveryFileIsIngestedOrInvalid() {
    audit.register(FILE, NOW);
    audit.apply(Transition.valid(FILE, "run-0", NOW, 1, "s3://raw"));
    audit.apply(Transition.ingested(FILE, "run-0", NOW));

    Handlers.invoke(handler(audit), INPUT);

    assertThat(tokens.answers()).isEmpty();
    assertThat(waiters.of("sales")).singleElement().extracting(w -> w.token()).isEqualTo("token-1");
  }

  @Test
  void shouldEndTheWaitAtOnceWhereAFileIsThere() {
    audit.register(FILE, NOW);

    Handlers.invoke(handler(audit), INPUT);

    assertThat(tokens.answers())
        .containsEntry("token-1", "{\"dataset\":\"sales\",\"object\":\"landing/sales/a.csv\"}");
    assertThat(waiters.of("sales")).isEmpty();
  }

  @Test
  void shouldNotWaitForAnotherFileWhereAFailedRunHasLeftAValidOne() {
    audit.register(FILE, NOW);
    audit.apply(Transition.valid(FILE, "run-0", NOW, 1, "s3://raw"));

    Handlers.invoke(handler(audit), INPUT);

    assertThat(tokens.answers()).containsOnlyKeys("token-1");
  }

  @Test
  void shouldNotMissAFileThatIsValidatedWhileTheTableIsAsked() {
    audit.register(FILE, NOW);
    AuditTable validatedMeanwhile =
        beforeLook(() -> audit.apply(Transition.valid(FILE, "run-0", NOW, 1, "s3://raw")));

    Handlers.invoke(handler(validatedMeanwhile), INPUT);

    assertThat(tokens.answers()).containsOnlyKeys("token-1");
  }

  @Test
  void shouldNotMissAFileThatArrivesBeforeTheTableIsAsked() {
    AuditTable arrivesMeanwhile = beforeLook(() -> audit.register(FILE, NOW));

    Handlers.invoke(handler(arrivesMeanwhile), INPUT);

    assertThat(tokens.answers()).containsOnlyKeys("token-1");
  }

  @Test
  void shouldAnswerOnceWhenTheFilesOwnEventWakesItMeanwhile() {
    AuditTable wokenMeanwhile =
        beforeLook(
            () -> {
              audit.register(FILE, NOW);
              assertThat(wakeUp.all(FILE)).isEqualTo(1);
            });

    Handlers.invoke(handler(wokenMeanwhile), INPUT);

    assertThat(tokens.answers()).hasSize(1);
    assertThat(waiters.of("sales")).isEmpty();
  }

  private AwaitDatasetHandler handler(AuditTable table) {
    return new AwaitDatasetHandler(table, waiters, wakeUp, CLOCK);
  }

  /** The table, with something happening just before it is first asked for a file. */
  private AuditTable beforeLook(Runnable meanwhile) {
    return (AuditTable)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AuditTable.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("firstIn");
              if (arguments[1] == FileState.NEW) {
                meanwhile.run();
              }
              Optional<AuditRecord> found = audit.firstIn("sales", (FileState) arguments[1]);
              return found;
            });
  }
}
