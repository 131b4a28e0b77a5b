package dev.sluice.lambda.notify;

import dev.sluice.core.trail.Event;
import dev.sluice.core.trail.TaskCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of one execution, written event by event, each after the one that it follows. */
final class FakeExecutions implements Executions {
  private final List<Event> events = new ArrayList<>();
  private final Map<String, FailedItems> mapRuns = new LinkedHashMap<>();

  /** Adds an event after another and returns its id; 0 is the start. */
  long after(long previous, String type) {
    return add(previous, type, null, null, null, null, null);
  }

  long entered(long previous, String state) {
    return add(previous, "TaskStateEntered", state, null, null, null, null);
  }

  long exited(long previous, String state) {
    return add(previous, "TaskStateExited", state, null, null, null, null);
  }

  /** Enters and exits. */
  long passed(long previous, String state) {
    return exited(entered(previous, state), state);
  }

  /** Asks a task to do something. */
  long asked(long previous, String action, Object parameters) {
    TaskCall task = new TaskCall(action, parameters);
    return add(previous, "TaskScheduled", null, null, null, task, null);
  }

  long failed(long previous, String type, String error, String cause) {
    return add(previous, type, null, error, cause, null, null);
  }

  long mapRun(long previous, String arn, FailedItems items) {
    mapRuns.put(arn, items);
    return add(previous, "MapRunStarted", null, null, null, null, arn);
  }

  private long add(
      long previous,
      String type,
      String state,
      String error,
      String cause,
      TaskCall task,
      String mapRun) {
    long id = events.size() + 1;
    events.add(new Event(id, previous, type, state, error, cause, task, mapRun));
    return id;
  }

  @Override
  public List<Event> history(String executionArn) {
    List<Event> newestFirst = new ArrayList<>(events);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public Optional<FailedItems> failedItems(String mapRunArn, int most) {
    return Optional.ofNullable(mapRuns.get(mapRunArn));
  }
}
