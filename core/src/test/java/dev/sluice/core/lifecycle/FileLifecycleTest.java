package dev.sluice.core.lifecycle;

import static dev.sluice.core.lifecycle.FileState.INGESTED;
import static dev.sluice.core.lifecycle.FileState.INVALID;
import static dev.sluice.core.lifecycle.FileState.NEW;
import static dev.sluice.core.lifecycle.FileState.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.lifecycle.Decision.Action;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileLifecycleTest {
  private static final ObjectVersion OLD = new ObjectVersion("v1", new Sequencer("01"));
  private static final ObjectVersion LATER = new ObjectVersion("v2", new Sequencer("02"));

  @Test
  void shouldRecordAFileThatWasNotKnown() {
    assertThat(FileLifecycle.onArrival(Optional.empty(), OLD).action()).isEqualTo(Action.WRITE);
  }

  @ParameterizedTest
  @EnumSource
  void shouldMakeAFileNewInAnyStateWhenANewerVersionArrives(FileState state) {
    assertThat(FileLifecycle.onArrival(record(state, OLD), LATER).writes()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void shouldLeaveTheStateAloneWhenAnEventComesTwiceOrLate(FileState state) {
    assertThat(FileLifecycle.onArrival(record(state, LATER), LATER).action())
        .isEqualTo(Action.ALREADY);
    assertThat(FileLifecycle.onArrival(record(state, LATER), OLD).action())
        .isEqualTo(Action.SUPERSEDED);
  }

  @Test
  void shouldTakeTheSameSequencerForTheSameEvent() {
    ObjectVersion same = new ObjectVersion("null", new Sequencer("0100"));

    assertThat(FileLifecycle.onArrival(record(VALID, OLD), same).action())
        .isEqualTo(Action.ALREADY);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, NEW, ALREADY",
    "NEW, VALID, WRITE",
    "NEW, INVALID, WRITE",
    "NEW, INGESTED, REFUSED",
    "VALID, NEW, REFUSED",
    "VALID, VALID, ALREADY",
    "VALID, INVALID, REFUSED",
    "VALID, INGESTED, WRITE",
    "INVALID, NEW, WRITE",
    "INVALID, VALID, REFUSED",
    "INVALID, INVALID, ALREADY",
    "INVALID, INGESTED, REFUSED",
    "INGESTED, NEW, REFUSED",
    "INGESTED, VALID, REFUSED",
    "INGESTED, INVALID, REFUSED",
    "INGESTED, INGESTED, ALREADY",
  })
  void shouldFollowTheTableOfTransitions(FileState from, FileState to, Action action) {
    Decision decision = FileLifecycle.onResult(record(from, OLD), "v1", to);

    assertThat(decision.action()).isEqualTo(action);
    assertThat(decision.reason()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void shouldLeaveARecordOfANewerVersionAlone(FileState result) {
    assertThat(FileLifecycle.onResult(record(NEW, LATER), "v1", result).action())
        .isEqualTo(Action.SUPERSEDED);
  }

  @Test
  void shouldRefuseAResultForAFileThatIsNotKnown() {
    assertThat(FileLifecycle.onResult(Optional.empty(), "v1", VALID).action())
        .isEqualTo(Action.REFUSED);
  }

  @Property
  void shouldEndWithTheNewestVersionInWhateverOrderEventsCome(
      @ForAll("deliveries") List<Integer> deliveries) {
    Optional<FileRecord> known = Optional.empty();
    for (int event : deliveries) {
      ObjectVersion version = new ObjectVersion("v" + event, new Sequencer("0" + event));
      if (FileLifecycle.onArrival(known, version).writes()) {
        known = record(NEW, version);
      }
      // Work on the version just announced goes on while further events come.
      if (FileLifecycle.onResult(known, version.versionId(), VALID).writes()) {
        known = record(VALID, version);
      }
    }

    int newest = deliveries.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(known.orElseThrow().version().versionId()).isEqualTo("v" + newest);
    assertThat(known.orElseThrow().state()).isEqualTo(VALID);
  }

  @Provide
  Arbitrary<List<Integer>> deliveries() {
    return Arbitraries.integers().between(1, 5).list().ofMinSize(1).ofMaxSize(12);
  }

  @Test
  void shouldGoFromNewToIngested() {
    assertThat(NEW.mayBecome(VALID)).isTrue();
    assertThat(VALID.mayBecome(INGESTED)).isTrue();
    assertThat(INVALID.mayBecome(NEW)).isTrue();
  }

  private static Optional<FileRecord> record(FileState state, ObjectVersion version) {
    return Optional.of(new FileRecord(state, version));
  }
}
