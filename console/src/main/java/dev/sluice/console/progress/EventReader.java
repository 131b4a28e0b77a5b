package dev.sluice.console.progress;

import dev.sluice.console.json.PlainJson;
import dev.sluice.core.trail.Event;
import dev.sluice.core.trail.TaskCall;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.TaskScheduledEventDetails;

/** Reads of an event, as the SDK gives it, what says to which step it belongs. */
final class EventReader {
  private EventReader() {}

  static Event read(HistoryEvent event) {
    return new Event(
        event.id(),
        event.previousEventId() == null ? 0 : event.previousEventId(),
        event.typeAsString(),
        state(event),
        null,
        null,
        task(event.taskScheduledEventDetails()),
        mapRun(event));
  }

  private static String state(HistoryEvent event) {
    if (event.stateEnteredEventDetails() != null) {
      return event.stateEnteredEventDetails().name();
    }
    if (event.evaluationFailedEventDetails() != null) {
      return event.evaluationFailedEventDetails().state();
    }
    return event.stateExitedEventDetails() == null ? null : event.stateExitedEventDetails().name();
  }

  private static TaskCall task(TaskScheduledEventDetails task) {
    return task == null
        ? null
        : new TaskCall(
            task.resourceType() + ":" + task.resource(),
            task.parameters() == null ? "" : PlainJson.parse(task.parameters()));
  }

  private static String mapRun(HistoryEvent event) {
    if (event.mapRunRedrivenEventDetails() != null) {
      return event.mapRunRedrivenEventDetails().mapRunArn();
    }
    return event.mapRunStartedEventDetails() == null
        ? null
        : event.mapRunStartedEventDetails().mapRunArn();
  }
}
