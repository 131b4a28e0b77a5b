package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.audit.FileState;
import dev.sluice.error.NotTheFilesFault;
import dev.sluice.error.StorageUnavailable;
import dev.sluice.error.ValidatorCrashed;
import dev.sluice.lambda.audit.AuditRecord;
import dev.sluice.lambda.audit.FileVersion;
import dev.sluice.lambda.audit.Transition;
import dev.sluice.lambda.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateFilesHandlerTest {

  private static final String GOOD = "Date,Amount\n3/4/2026,5\n3/5/2026,6\n";
  private static final String BAD = "Date,Amount\n3/4/2026,5\n3/45/2026,x\n";

  private final Inbox inbox = new Inbox();

  @Test
  void shouldPassOnTheRowsOfAValidFileAndKeepTheOriginal() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);

    assertThat(inbox.validate("run-1", good)).isEqualTo(counts(1, 0, 2, 0));

    assertThat(inbox.store.names())
        .containsExactly("lake/originals/sales/a.csv", "lake/raw/sales/a.csv.jsonl");
    assertThat(inbox.content("lake", "originals/sales/a.csv")).isEqualTo(GOOD);
    assertThat(inbox.content("lake", "raw/sales/a.csv.jsonl"))
        .isEqualTo(
            """
            {"date":"3/4/2026","amount":"5"}
            {"date":"3/5/2026","amount":"6"}
            """);
    AuditRecord record = inbox.record(good);
    assertThat(record.state()).isEqualTo(FileState.VALID);
    assertThat(record.rows()).isEqualTo(2);
    assertThat(record.run()).isEqualTo("run-1");
    assertThat(record.raw()).isEqualTo("s3://lake/raw/sales/a.csv.jsonl");
    assertThat(inbox.mail.subjects()).isEmpty();
  }

  @Test
  void shouldMoveAnInvalidFileToTheFailedBucketWithAReportAndAMail() {
    FileVersion bad = inbox.land("sales/a.csv", BAD);

    assertThat(inbox.validate("run-1", bad)).isEqualTo(counts(0, 1, 0, 0));

    assertThat(inbox.store.names())
        .containsExactly("failed/sales/a.csv", "failed/sales/a.csv.errors.json");
    assertThat(inbox.content("failed", "sales/a.csv")).isEqualTo(BAD);
    assertThat(inbox.content("failed", "sales/a.csv.errors.json"))
        .contains(
            "\"execution\":\"run-1\"", "\"line\":3", "\"column\":1", "\"column_name\":\"Date\"");
    AuditRecord record = inbox.record(bad);
    assertThat(record.state()).isEqualTo(FileState.INVALID);
    assertThat(record.failed()).isEqualTo("s3://failed/sales/a.csv");
    assertThat(record.report()).isEqualTo("s3://failed/sales/a.csv.errors.json");
    assertThat(record.errors()).hasSize(2);
    assertThat(record.errors().get(0)).containsEntry("line", 3L).containsEntry("column", 1L);
    assertThat(inbox.mail.subjects()).containsExactly("[orders] 1 invalid file: sales");
    assertThat(inbox.mail.bodies().get(0))
        .contains("sales/a.csv", "line 3, column 1 (Date)", "run-1", "s3://failed/sales/a.csv");
  }

  @Test
  void shouldAnnounceTheFilesOfABatch() {
    FileVersion good = inbox.land("sales/good.csv", GOOD);
    FileVersion bad = inbox.land("sales/bad.csv", BAD);

    inbox.validate("run-1", good, bad);

    assertThat(inbox.audit.announced()).containsExactlyInAnyOrder(good.object(), bad.object());
  }

  @Test
  void shouldSendOneMailForABatch() {
    FileVersion bad = inbox.land("sales/bad.csv", BAD);
    FileVersion worse = inbox.land("sales/worse.csv", "");
    FileVersion good = inbox.land("sales/good.csv", GOOD);

    assertThat(inbox.validate("run-1", bad, worse, good)).isEqualTo(counts(1, 2, 2, 0));

    assertThat(inbox.mail.subjects()).containsExactly("[orders] 2 invalid files: sales");
    assertThat(inbox.mail.bodies().get(0))
        .contains("sales/bad.csv", "sales/worse.csv", "The first 2 invalid files of sales")
        .doesNotContain("sales/good.csv");
  }

  @Test
  void shouldAnswerTheSameAndMailNoMoreWhenTheBatchIsRetried() {
    FileVersion bad = inbox.land("sales/bad.csv", BAD);
    FileVersion good = inbox.land("sales/good.csv", GOOD);
    String first = inbox.validate("run-1", bad, good);

    assertThat(inbox.validate("run-1", bad, good)).isEqualTo(first);

    assertThat(inbox.mail.subjects()).hasSize(1);
    assertThat(inbox.record(good).history()).hasSize(2);
  }

  @Test
  void shouldLeaveAFileAloneThatWasReplacedAfterItWasListed() {
    FileVersion old = inbox.land("sales/a.csv", BAD);
    FileVersion newer = inbox.land("sales/a.csv", GOOD);

    assertThat(inbox.validate("run-1", old)).isEqualTo(counts(0, 0, 0, 1));

    assertThat(inbox.record(newer).state()).isEqualTo(FileState.NEW);
    assertThat(inbox.content("landing", "sales/a.csv")).isEqualTo(GOOD);
    assertThat(inbox.mail.subjects()).isEmpty();
  }

  @Test
  void shouldNotBringAReplacedVersionToLightAgain() {
    inbox.land("sales/a.csv", BAD);
    inbox.land("sales/a.csv", "even worse");
    FileVersion newest = inbox.land("sales/a.csv", GOOD);

    inbox.validate("run-1", newest);

    assertThat(inbox.store.names())
        .containsExactly("lake/originals/sales/a.csv", "lake/raw/sales/a.csv.jsonl");
  }

  @Test
  void shouldSettleNothingWhenTheFileIsReplacedWhileItIsRead() {
    FileVersion old = inbox.land("sales/a.csv", BAD);
    inbox.duringValidation(() -> inbox.land("sales/a.csv", GOOD));

    assertThat(inbox.validate("run-1", old)).isEqualTo(counts(0, 0, 0, 1));

    assertThat(inbox.record(old).state()).isEqualTo(FileState.NEW);
    assertThat(inbox.mail.subjects()).isEmpty();
  }

  @Test
  void shouldLeaveAFileToTheRunThatSettledIt() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);
    inbox.validate("run-1", good);

    assertThat(inbox.validate("run-2", good)).isEqualTo(counts(0, 0, 0, 1));
    assertThat(inbox.record(good).run()).isEqualTo("run-1");
  }

  @Test
  void shouldLeaveAFileAloneThatNobodyRegistered() {
    FileVersion stranger = new FileVersion("sales", "landing", "sales/a.csv", "v9", 1, "0A", "");

    assertThat(inbox.validate("run-1", stranger)).isEqualTo(counts(0, 0, 0, 1));
  }

  @Test
  void shouldTurnDownAFileThatWasDeletedBeforeItWasRead() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);
    inbox.store.delete(good.landed());

    assertThat(inbox.validate("run-1", good)).isEqualTo(counts(0, 1, 0, 0));

    AuditRecord record = inbox.record(good);
    assertThat(record.failed()).isEmpty();
    assertThat(record.errors().get(0).get("message")).asString().contains("deleted");
    assertThat(inbox.mail.bodies().get(0)).contains("deleted from the bucket");
  }

  @Test
  void shouldPassOnTheRowsOfAFileThatIsDeletedAfterItWasRead() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);
    inbox.store.afterOpening(() -> inbox.store.delete(good.landed()));

    assertThat(inbox.validate("run-1", good)).isEqualTo(counts(1, 0, 2, 0));

    assertThat(inbox.store.names()).containsExactly("lake/raw/sales/a.csv.jsonl");
    assertThat(inbox.record(good).state()).isEqualTo(FileState.VALID);
  }

  @Test
  void shouldTakeKeysAsNamesNeverAsPaths() {
    FileVersion good = inbox.land("sales/..%2f$(rm) 日本.csv", GOOD);

    inbox.validate("run-1", good);

    assertThat(inbox.store.names())
        .containsExactly(
            "lake/originals/sales/..%2f$(rm) 日本.csv", "lake/raw/sales/%2E.%252f$(rm) 日本.csv.jsonl");
  }

  /** Cut off at any call of any port, before or after it takes effect, the retry ends the same. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFinishWhatACrashLeftHalfDone(boolean afterwards) {
    int call = 0;
    boolean happened = true;
    while (happened) {
      call++;
      Inbox fresh = new Inbox();
      FileVersion good = fresh.land("sales/good.csv", GOOD);
      FileVersion bad = fresh.land("sales/bad.csv", BAD);
      Crashing crash = new Crashing(call, afterwards);
      happened = fresh.validateUntil(crash, "run-1", good, bad);

      String retried = fresh.validate("run-1", good, bad);

      assertThat(retried).as("counts after a cut at call %d", call).isEqualTo(counts(1, 1, 2, 0));
      assertThat(fresh.store.names())
          .as("objects after a cut at call %d", call)
          .containsExactly(
              "failed/sales/bad.csv",
              "failed/sales/bad.csv.errors.json",
              "lake/originals/sales/good.csv",
              "lake/raw/sales/good.csv.jsonl");
      assertThat(fresh.record(good).history()).hasSize(2);
      assertThat(fresh.record(bad).history()).hasSize(2);
      fresh.end("run-1", "SUCCEEDED");
      assertThat(fresh.mail.subjects()).as("mails after a cut at call %d", call).isNotEmpty();
      assertThat(fresh.mail.subjects().size()).isLessThanOrEqualTo(2);
    }
    assertThat(call).as("calls of ports").isGreaterThan(12);
  }

  @Test
  void shouldTellABrokenReadFromABrokenValidator() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);

    inbox.readingFailsWith(new java.io.IOException("connection reset"));
    assertThatThrownBy(() -> inbox.validate("run-1", good))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("s3://landing/sales/a.csv")
        .hasMessageContaining("connection reset");

    inbox.readingFailsWith(new StackOverflowError());
    assertThatThrownBy(() -> inbox.validate("run-1", good))
        .isInstanceOf(ValidatorCrashed.class)
        .hasMessageContaining("s3://landing/sales/a.csv");
    assertThat(inbox.record(good).state()).isEqualTo(FileState.NEW);
  }

  @Test
  void shouldQuarantineAFileOnWhichTheValidatorCrashed() {
    FileVersion poison = inbox.land("sales/poison.csv", GOOD);

    assertThat(
            inbox.quarantine(
                "run-1", poison, "java.lang.OutOfMemoryError", "{\"errorMessage\":\"Java heap\"}"))
        .isEqualTo(counts(0, 1, 0, 0));

    assertThat(inbox.store.names())
        .containsExactly("failed/sales/poison.csv", "failed/sales/poison.csv.errors.json");
    assertThat(inbox.record(poison).errors().get(0).get("message"))
        .asString()
        .contains("did not survive", "OutOfMemoryError", "Java heap");
    assertThat(inbox.mail.bodies().get(0)).contains("OutOfMemoryError");
  }

  @Test
  void shouldNotQuarantineAFileThatWasValidatedInTheEnd() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);
    inbox.validate("run-1", good);

    assertThat(inbox.quarantine("run-1", good, "Sandbox.Timedout", "late"))
        .isEqualTo(counts(1, 0, 2, 0));
    assertThat(inbox.record(good).state()).isEqualTo(FileState.VALID);
  }

  @Test
  void shouldNotQuarantineAFileForAServicesFailure() {
    FileVersion good = inbox.land("sales/a.csv", GOOD);

    assertThatThrownBy(
            () ->
                inbox.quarantine(
                    "run-1", good, "software.amazon.awssdk.services.s3.model.S3Exception", "503"))
        .isInstanceOf(NotTheFilesFault.class);
    assertThat(inbox.record(good).state()).isEqualTo(FileState.NEW);
  }

  @Test
  void shouldIngestWhatARunReadAndNothingElse() {
    FileVersion read = inbox.land("sales/read.csv", GOOD);
    FileVersion replaced = inbox.land("sales/replaced.csv", GOOD);
    inbox.validate("run-1", read, replaced);
    assertThat(inbox.list("run-1", "process_sales", "VALID")).contains("\"count\":2");
    inbox.land("sales/replaced.csv", GOOD);
    FileVersion later = inbox.land("sales/later.csv", GOOD);
    inbox.validate("run-1", later);

    String ingested = inbox.markIngested("run-1", Map.of("process_sales", "sales", "none", "x"));

    assertThat(Json.parse(ingested).asObject())
        .hasEntrySatisfying("ingested", n -> assertThat(n.asNumber()).isEqualTo("1"))
        .hasEntrySatisfying("sales", n -> assertThat(n.asNumber()).isEqualTo("1"))
        .hasEntrySatisfying("x", n -> assertThat(n.asNumber()).isEqualTo("0"));
    assertThat(inbox.record(read).state()).isEqualTo(FileState.INGESTED);
    assertThat(inbox.record(replaced).state()).isEqualTo(FileState.NEW);
    assertThat(inbox.record(later).state()).isEqualTo(FileState.VALID);
    assertThat(inbox.markIngested("run-1", Map.of("process_sales", "sales")))
        .as("a second time")
        .isEqualTo("{\"ingested\":1,\"sales\":1}");
  }

  @Test
  void shouldListFilesAsLinesOfJson() {
    FileVersion a = inbox.land("sales/a \"1\".csv", GOOD);
    FileVersion b = inbox.land("sales/b.csv", GOOD);
    inbox.audit.apply(Transition.valid(b, "run-0", Inbox.NOW, 1, "s3://raw"));

    assertThat(inbox.list("run-1", "validate_sales", "NEW"))
        .isEqualTo(
            "{\"bucket\":\"work\",\"key\":\"runs/run-1/validate_sales/files.jsonl\",\"count\":1}");

    List<String> lines =
        inbox.content("work", "runs/run-1/validate_sales/files.jsonl").lines().toList();
    assertThat(lines).containsExactly(Json.text(a.line()));
    assertThat(inbox.list("run-1", "validate_none", "INVALID")).contains("\"count\":0");
    assertThatThrownBy(() -> inbox.list("run-1", "x", "BAD")).hasMessageContaining("INGESTED");
  }

  private static String counts(long valid, long invalid, long rows, long superseded) {
    return "{\"valid\":%d,\"invalid\":%d,\"rows\":%d,\"superseded\":%d}"
        .formatted(valid, invalid, rows, superseded);
  }
}
