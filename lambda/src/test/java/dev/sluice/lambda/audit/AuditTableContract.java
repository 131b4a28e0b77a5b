package dev.sluice.lambda.audit;

import static dev.sluice.core.audit.FileState.INGESTED;
import static dev.sluice.core.audit.FileState.INVALID;
import static dev.sluice.core.audit.FileState.NEW;
import static dev.sluice.core.audit.FileState.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.audit.FileState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every audit table keeps to. */
abstract class AuditTableContract {

  static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private AuditTable table;

  abstract AuditTable emptyTable();

  @BeforeEach
  void open() {
    table = emptyTable();
  }

  static FileVersion file(String key, String version, String sequencer) {
    return new FileVersion("sales", "landing", key, version, 42, sequencer, "etag");
  }

  private final FileVersion first = file("sales/ä b+c%20.csv", "v1", "0A");

  @Test
  void shouldFindNothingInAnEmptyTable() {
    assertThat(table.find("sales", first.object())).isEmpty();
    assertThat(table.firstIn("sales", NEW)).isEmpty();
  }

  @Test
  void shouldRecordAnArrival() {
    AuditTable.Change change = table.register(first, NOW);

    assertThat(change.made()).isTrue();
    AuditRecord record = table.find("sales", first.object()).orElseThrow();
    assertThat(change.now()).contains(record);
    assertThat(record.file()).isEqualTo(first);
    assertThat(record.state()).isEqualTo(NEW);
    assertThat(record.receivedAt()).isEqualTo("2026-03-04T05:06:07.089Z");
    assertThat(record.history())
        .containsExactly(
            Map.of("state", "NEW", "version_id", "v1", "at", "2026-03-04T05:06:07.089Z"));
  }

  @Test
  void shouldChangeNothingWhenAnEventComesTwice() {
    table.register(first, NOW);
    AuditRecord before = table.find("sales", first.object()).orElseThrow();

    AuditTable.Change change = table.register(first, NOW.plusSeconds(9));

    assertThat(change).isEqualTo(new AuditTable.Change(false, table.find("sales", first.object())));
    assertThat(change.now()).contains(before);
  }

  @Test
  void shouldChangeNothingWhenTheEventOfAValidVersionComesAgain() {
    table.register(first, NOW);
    table.apply(Transition.valid(first, "run-1", NOW, 7, "s3://lake/raw"));

    assertThat(table.register(first, NOW).made()).isFalse();
    assertThat(state(first)).isEqualTo(VALID);
  }

  @Test
  void shouldIgnoreAnEventThatIsOlderThanTheRecord() {
    table.register(file(first.key(), "v2", "0B"), NOW);

    assertThat(table.register(first, NOW).made()).isFalse();
    assertThat(table.find("sales", first.object()).orElseThrow().file().versionId())
        .isEqualTo("v2");
  }

  @Test
  void shouldIgnoreTheSameVersionUnderAnotherSequencer() {
    table.register(first, NOW);

    assertThat(table.register(file(first.key(), "v1", "0B"), NOW).made()).isFalse();
  }

  @Test
  void shouldTakeALongerSequencerForTheLaterOne() {
    table.register(first, NOW);

    assertThat(table.register(file(first.key(), "v2", "0A01"), NOW).made()).isTrue();
  }

  @Test
  void shouldBecomeNewInAnyStateWhenANewerVersionArrives() {
    table.register(first, NOW);
    table.apply(Transition.invalid(first, "run-1", NOW, 3, "s3://f", "s3://r", errors(30)));
    table.markMailed(first, NOW);
    FileVersion second = file(first.key(), "v2", "0B");

    assertThat(table.register(second, NOW).made()).isTrue();

    AuditRecord record = table.find("sales", first.object()).orElseThrow();
    assertThat(record.state()).isEqualTo(NEW);
    assertThat(record.errors()).isEmpty();
    assertThat(List.of(record.run(), record.failed(), record.report(), record.mailedAt()))
        .containsOnly("");
    assertThat(record.history())
        .extracting(h -> h.get("state"))
        .containsExactly("NEW", "INVALID", "NEW");
  }

  @Test
  void shouldSayWhatTheRawZoneHoldsUntilANewerVersionIsValid() {
    FileVersion second = file(first.key(), "v2", "0B");
    FileVersion third = file(first.key(), "v3", "0C");
    table.register(first, NOW);
    table.apply(Transition.valid(first, "run-1", NOW, 7, "s3://lake/raw"));
    assertThat(find(first).readsEarlierVersion()).isFalse();

    table.register(second, NOW);
    table.apply(Transition.invalid(second, "run-2", NOW, 3, "s3://f", "s3://r", errors(1)));

    assertThat(find(first).raw()).isEqualTo("s3://lake/raw");
    assertThat(find(first).rawVersion()).isEqualTo("v1");
    assertThat(find(first).readsEarlierVersion()).isTrue();

    table.register(third, NOW);
    table.apply(Transition.valid(third, "run-3", NOW, 7, "s3://lake/raw"));

    assertThat(find(first).rawVersion()).isEqualTo("v3");
    assertThat(find(first).readsEarlierVersion()).isFalse();
  }

  @Test
  void shouldNoteWhatTheRawZoneHoldsOfAReplacedVersionUnlessItIsOlder() {
    FileVersion second = file(first.key(), "v2", "0B");
    table.register(first, NOW);
    table.register(second, NOW);

    table.noteRaw(first, "s3://lake/raw");

    assertThat(find(first).rawVersion()).isEqualTo("v1");
    assertThat(find(first).state()).isEqualTo(NEW);
    assertThat(find(first).history()).hasSize(2);

    table.apply(Transition.valid(second, "run-1", NOW, 7, "s3://lake/raw"));
    table.noteRaw(first, "s3://lake/raw");

    assertThat(find(first).rawVersion()).isEqualTo("v2");
  }

  @Test
  void shouldMakeAFileValidOnce() {
    table.register(first, NOW);
    Transition valid = Transition.valid(first, "run-1", NOW, 7, "s3://lake/raw");

    assertThat(table.apply(valid).made()).isTrue();
    AuditTable.Change again = table.apply(valid);

    assertThat(again.made()).isFalse();
    AuditRecord record = again.now().orElseThrow();
    assertThat(record.state()).isEqualTo(VALID);
    assertThat(record.rows()).isEqualTo(7);
    assertThat(record.raw()).isEqualTo("s3://lake/raw");
    assertThat(record.run()).isEqualTo("run-1");
    assertThat(record.history()).hasSize(2);
  }

  @Test
  void shouldKeepTheFirstTwentyErrorsWithTheirPlaces() {
    table.register(first, NOW);

    table.apply(Transition.invalid(first, "run-1", NOW, 3, "s3://f", "s3://r", errors(30)));

    AuditRecord record = table.find("sales", first.object()).orElseThrow();
    assertThat(record.errors()).hasSize(20);
    assertThat(record.errors().get(4))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("line", 4L, "column", 2L, "message", "found x, expected y"));
    assertThat(record.failed()).isEqualTo("s3://f");
    assertThat(record.report()).isEqualTo("s3://r");
  }

  @Test
  void shouldRefuseAVerdictOnAnOlderVersion() {
    table.register(first, NOW);
    table.register(file(first.key(), "v2", "0B"), NOW);

    AuditTable.Change change = table.apply(Transition.valid(first, "run-1", NOW, 7, "s3://raw"));

    assertThat(change.made()).isFalse();
    assertThat(change.now().orElseThrow().file().versionId()).isEqualTo("v2");
    assertThat(state(first)).isEqualTo(NEW);
  }

  @Test
  void shouldRefuseAVerdictOnAFileThatIsNotThere() {
    assertThat(table.apply(Transition.valid(first, "run-1", NOW, 7, "s3://raw")))
        .isEqualTo(new AuditTable.Change(false, java.util.Optional.empty()));
    assertThat(table.find("sales", first.object())).isEmpty();
  }

  @Test
  void shouldIngestValidFilesOnly() {
    table.register(first, NOW);
    assertThat(table.apply(Transition.ingested(first, "run-2", NOW)).made()).isFalse();
    table.apply(Transition.valid(first, "run-1", NOW, 7, "s3://raw"));

    assertThat(table.apply(Transition.ingested(first, "run-2", NOW)).made()).isTrue();

    AuditRecord record = table.find("sales", first.object()).orElseThrow();
    assertThat(record.state()).isEqualTo(INGESTED);
    assertThat(record.run()).isEqualTo("run-2");
    assertThat(record.rows()).isEqualTo(7);
  }

  @Test
  void shouldNoteAMailWithoutChangingTheState() {
    table.register(first, NOW);
    table.apply(Transition.invalid(first, "run-1", NOW, 3, "s3://f", "s3://r", errors(1)));

    table.markMailed(first, NOW);

    AuditRecord record = table.find("sales", first.object()).orElseThrow();
    assertThat(record.mailedAt()).isEqualTo("2026-03-04T05:06:07.089Z");
    assertThat(record.state()).isEqualTo(INVALID);
    assertThat(record.history()).hasSize(2);
  }

  @Test
  void shouldNoteNoMailOnANewerVersion() {
    table.register(file(first.key(), "v2", "0B"), NOW);

    table.markMailed(first, NOW);

    assertThat(table.find("sales", first.object()).orElseThrow().mailedAt()).isEmpty();
  }

  @Test
  void shouldListTheFilesOfADatasetInAState() {
    IntStream.range(0, 30)
        .forEach(i -> table.register(file("sales/" + i + ".csv", "v1", "0A"), NOW));
    table.apply(Transition.valid(file("sales/7.csv", "v1", "0A"), "run-1", NOW, 1, "s3://raw"));
    table.register(new FileVersion("marketing", "landing", "m", "v1", 1, "0A", ""), NOW);
    List<String> keys = new ArrayList<>();

    table.forEachIn("sales", NEW, record -> keys.add(record.file().key()));

    assertThat(keys).hasSize(29).doesNotHaveDuplicates().doesNotContain("sales/7.csv", "m");
    assertThat(table.firstIn("sales", VALID).orElseThrow().file().key()).isEqualTo("sales/7.csv");
    assertThat(table.firstIn("sales", INVALID)).isEmpty();
  }

  @Test
  void shouldBoundTheHistory() {
    for (int i = 1; i <= AuditTable.HISTORY + 5; i++) {
      table.register(file(first.key(), "v" + i, "%04X".formatted(i)), NOW);
    }

    List<Map<String, Object>> history = table.find("sales", first.object()).orElseThrow().history();

    assertThat(history).hasSize(AuditTable.HISTORY);
    assertThat(history.get(0)).containsEntry("version_id", "v6");
    assertThat(history.get(AuditTable.HISTORY - 1)).containsEntry("version_id", "v55");
  }

  private AuditRecord find(FileVersion file) {
    return table.find(file.dataset(), file.object()).orElseThrow();
  }

  private FileState state(FileVersion file) {
    return find(file).state();
  }

  static List<Map<String, Object>> errors(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Map.<String, Object>of(
                    "line", (long) i, "column", 2L, "message", "found x, expected y"))
        .toList();
  }
}
