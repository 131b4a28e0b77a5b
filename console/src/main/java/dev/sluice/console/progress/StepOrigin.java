package dev.sluice.console.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.TaskScheduledEventDetails;

/**
 * Says which step an event belongs to. Events descend from the entry of a state; after a redrive a
 * state is not entered again, so that its task is known by what it is asked to do, which a redrive
 * does not change, and its map run by its label.
 */
final class StepOrigin {
  /** What differs between a task and the same task after a redrive. */
  private static final Pattern OF_THE_TRY =
      Pattern.compile("\"(redriveCount|taskToken)\":(\"[^\"]*\"|[0-9]+)");

  private final Map<Long, String> stepOfEvent = new HashMap<>();
  private final Map<String, String> stepOfTask = new HashMap<>();

  void entered(HistoryEvent event, String step) {
    stepOfEvent.put(event.id(), step);
  }

  /** The event's step; null for an event that belongs to none. */
  String of(HistoryEvent event) {
    String step = stepOfEvent.get(event.previousEventId());
    if (step == null) {
      step = recognized(event);
    }
    if (step != null) {
      stepOfEvent.put(event.id(), step);
      if (event.taskScheduledEventDetails() != null) {
        stepOfTask.put(taskOf(event.taskScheduledEventDetails()), step);
      }
    }
    return step;
  }

  private String recognized(HistoryEvent event) {
    if (event.taskScheduledEventDetails() != null) {
      return stepOfTask.get(taskOf(event.taskScheduledEventDetails()));
    }
    if (event.mapRunRedrivenEventDetails() != null) {
      return ItemCounts.labelOf(event.mapRunRedrivenEventDetails().mapRunArn());
    }
    return null;
  }

  private static String taskOf(TaskScheduledEventDetails task) {
    String parameters = task.parameters() == null ? "" : task.parameters();
    return task.resource() + " " + OF_THE_TRY.matcher(parameters).replaceAll("");
  }
}
