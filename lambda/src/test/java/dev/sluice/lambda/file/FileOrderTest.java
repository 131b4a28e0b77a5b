package dev.sluice.lambda.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.audit.FileState;
import dev.sluice.lambda.audit.AuditRecord;
import org.junit.jupiter.api.Test;

/** What people do to a file while it is on its way, and events that come in another order. */
class FileOrderTest {
  private final Landing landing = new Landing();

  @Test
  void shouldTakeAnOlderVersionAwayWhoseEventComesAfterTheNewerOneWasValidated() {
    landing.upload(true);
    landing.upload(true);
    landing.deliver(1);
    landing.validate();

    landing.deliver(0);

    assertThat(landing.shown()).isEmpty();
    assertThat(landing.store.names()).containsExactly("lake/raw/sales/a.csv");
    assertThat(record().file()).isEqualTo(landing.uploads.get(1).file());
  }

  @Test
  void shouldTakeAnOlderVersionAwayWhoseEventComesBeforeTheNewerOneIsValidated() {
    landing.upload(false);
    landing.upload(true);
    landing.deliver(1);
    landing.deliver(0);

    landing.validate();

    assertThat(landing.store.names()).containsExactly("lake/raw/sales/a.csv");
    assertThat(landing.raw()).contains(Landing.content(1, true));
  }

  @Test
  void shouldNotIngestWhatWasDeletedBeforeItsValidation() {
    landing.upload(true);
    landing.deliver(0);
    landing.delete();

    landing.validate();

    assertThat(landing.raw()).isEmpty();
    assertThat(record().state()).isEqualTo(FileState.INVALID);
    assertThat(record().errors().get(0).get("message"))
        .asString()
        .contains("s3://landing/sales/a.csv", "deleted from the bucket before it was read");
    assertThat(landing.store.versions("landing", Landing.KEY))
        .as("what was deleted can be had back")
        .hasSize(1);
  }

  @Test
  void shouldValidateWhatIsUploadedAgainAfterADeletion() {
    landing.upload(true);
    landing.deliver(0);
    landing.delete();
    landing.upload(true);
    landing.deliver(1);

    landing.validate();

    assertThat(landing.raw()).contains(Landing.content(1, true));
    assertThat(landing.shown()).isEmpty();
  }

  @Test
  void shouldLeaveAVersionAloneWhoseKeyShowsANewerOneAlready() {
    landing.upload(true);
    landing.deliver(0);
    landing.upload(false);

    landing.validate();

    assertThat(record().state()).isEqualTo(FileState.NEW);
    assertThat(landing.raw()).isEmpty();
  }

  @Test
  void shouldGoOnReadingTheLastGoodVersionAndSaySo() {
    landing.upload(true);
    landing.deliver(0);
    landing.validate();
    landing.ingest();
    landing.upload(false);
    landing.deliver(1);

    landing.validate();

    assertThat(landing.raw()).contains(Landing.content(0, true));
    AuditRecord record = record();
    assertThat(record.state()).isEqualTo(FileState.INVALID);
    assertThat(record.raw()).isEqualTo("s3://lake/raw/sales/a.csv");
    assertThat(record.rawVersion()).isEqualTo(landing.uploads.get(0).file().versionId());
    assertThat(record.readsEarlierVersion()).isTrue();
  }

  @Test
  void shouldNotPutRowsInPlaceOfThoseOfAVersionThatWasValidatedMeanwhile() {
    landing.upload(true);
    landing.deliver(0);

    landing.validate(
        Landing.Moment.OPENED,
        () -> {
          landing.upload(true);
          landing.deliver(1);
          landing.validate();
        });

    assertThat(landing.raw()).contains(Landing.content(1, true));
    assertThat(record().rawVersion()).isEqualTo(landing.uploads.get(1).file().versionId());
  }

  @Test
  void shouldSayWhatTheRawZoneHoldsOfAVersionThatWasReplacedWhileItWasCopied() {
    landing.upload(true);
    landing.deliver(0);

    landing.validate(
        Landing.Moment.BEFORE_COPY,
        () -> {
          landing.upload(false);
          landing.deliver(1);
        });

    assertThat(landing.raw()).contains(Landing.content(0, true));
    assertThat(record().state()).isEqualTo(FileState.NEW);
    assertThat(record().rawVersion()).isEqualTo(landing.uploads.get(0).file().versionId());
  }

  private AuditRecord record() {
    return landing.record().orElseThrow();
  }
}
