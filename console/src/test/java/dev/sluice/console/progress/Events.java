package dev.sluice.console.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Writes a history by hand, a second an event. */
final class Events {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<HistoryEvent> events = new ArrayList<>();

  Events entered(long previous, String state) {
    return add(previous, "TaskStateEntered", b -> b.stateEnteredEventDetails(d -> d.name(state)));
  }

  Events exited(long previous, String state, String output) {
    return add(
        previous,
        "TaskStateExited",
        b -> b.stateExitedEventDetails(d -> d.name(state).output(output)));
  }

  Events scheduled(long previous, String parameters) {
    return add(
        previous,
        "TaskScheduled",
        b ->
            b.taskScheduledEventDetails(
                d -> d.resource("startJobRun.sync").parameters(parameters)));
  }

  Events plain(long previous, String type) {
    return add(previous, type, b -> {});
  }

  private Events add(
      long previous, String type, java.util.function.Consumer<HistoryEvent.Builder> details) {
    HistoryEvent.Builder event =
        HistoryEvent.builder()
            .id((long) events.size() + 1)
            .previousEventId(previous)
            .timestamp(START.plusSeconds(events.size()))
            .type(type);
    details.accept(event);
    events.add(event.build());
    return this;
  }

  List<HistoryEvent> all() {
    return events;
  }
}
