package dev.sluice.lambda.notify;

import dev.sluice.core.trail.Event;
import dev.sluice.core.trail.TaskCall;
import dev.sluice.lambda.json.Json;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.TaskScheduledEventDetails;

/** Reads events as the SDK gives them. */
final class Events {
  private Events() {}

  static Event of(HistoryEvent event) {
    Told told = told(event);
    return new Event(
        event.id(),
        event.previousEventId() == null ? 0 : event.previousEventId(),
        event.typeAsString(),
        state(event),
        told.error(),
        told.cause(),
        task(event.taskScheduledEventDetails()),
        mapRun(event));
  }

  private static TaskCall task(TaskScheduledEventDetails task) {
    return task == null
        ? null
        : new TaskCall(task.resourceType() + ":" + task.resource(), parameters(task.parameters()));
  }

  private static Object parameters(String text) {
    try {
      return Json.plain(Json.parse(text));
    } catch (RuntimeException e) {
      // No JSON: a task is known by the very same text.
      return text;
    }
  }

  private static String mapRun(HistoryEvent event) {
    if (event.mapRunRedrivenEventDetails() != null) {
      return event.mapRunRedrivenEventDetails().mapRunArn();
    }
    return event.mapRunStartedEventDetails() == null
        ? null
        : event.mapRunStartedEventDetails().mapRunArn();
  }

  private record Told(String error, String cause) {}

  private static String state(HistoryEvent event) {
    if (event.stateEnteredEventDetails() != null) {
      return event.stateEnteredEventDetails().name();
    }
    if (event.evaluationFailedEventDetails() != null) {
      return event.evaluationFailedEventDetails().state();
    }
    return event.stateExitedEventDetails() == null ? null : event.stateExitedEventDetails().name();
  }

  private static Told told(HistoryEvent e) {
    if (e.taskFailedEventDetails() != null) {
      return new Told(e.taskFailedEventDetails().error(), e.taskFailedEventDetails().cause());
    } else if (e.taskTimedOutEventDetails() != null) {
      return new Told(e.taskTimedOutEventDetails().error(), e.taskTimedOutEventDetails().cause());
    } else if (e.taskSubmitFailedEventDetails() != null) {
      return new Told(
          e.taskSubmitFailedEventDetails().error(), e.taskSubmitFailedEventDetails().cause());
    } else if (e.taskStartFailedEventDetails() != null) {
      return new Told(
          e.taskStartFailedEventDetails().error(), e.taskStartFailedEventDetails().cause());
    } else if (e.lambdaFunctionFailedEventDetails() != null) {
      return new Told(
          e.lambdaFunctionFailedEventDetails().error(),
          e.lambdaFunctionFailedEventDetails().cause());
    } else if (e.mapRunFailedEventDetails() != null) {
      return new Told(e.mapRunFailedEventDetails().error(), e.mapRunFailedEventDetails().cause());
    } else if (e.evaluationFailedEventDetails() != null) {
      return new Told(
          e.evaluationFailedEventDetails().error(), e.evaluationFailedEventDetails().cause());
    }
    return ended(e);
  }

  private static Told ended(HistoryEvent e) {
    if (e.executionFailedEventDetails() != null) {
      return new Told(
          e.executionFailedEventDetails().error(), e.executionFailedEventDetails().cause());
    } else if (e.executionTimedOutEventDetails() != null) {
      return new Told(
          e.executionTimedOutEventDetails().error(), e.executionTimedOutEventDetails().cause());
    } else if (e.executionAbortedEventDetails() != null) {
      return new Told(
          e.executionAbortedEventDetails().error(), e.executionAbortedEventDetails().cause());
    }
    return new Told(null, null);
  }
}
