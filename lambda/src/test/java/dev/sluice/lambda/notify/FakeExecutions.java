package dev.sluice.lambda.notify;

import dev.sluice.lambda.notify.PastEvent.TaskCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of one execution, written event by event, each after the one that it follows. */
final class FakeExecutions implements Executions {
  private final List<PastEvent> events = new ArrayList<>();
  private final Map<String, FailedItems> mapRuns = new LinkedHashMap<>();

  /** Adds an event after another and returns its id; 0 is the start. */
  long after(long previous, String type) {
    return add(previous, type, null, null, null, null, null, null);
  }

  long entered(long previous, String state) {
    return add(previous, "TaskStateEntered", state, null, null, null, null, null);
  }

  long exited(long previous, String state) {
    return add(previous, "TaskStateExited", state, null, null, null, null, null);
  }

  /** Enters and exits. */
  long passed(long previous, String state) {
    return exited(entered(previous, state), state);
  }

  long scheduled(long previous, String log) {
    return add(previous, "TaskScheduled", null, null, null, log, null, null);
  }

  /** Asks a task to do something. */
  long asked(long previous, String action, String parameters) {
    TaskCall task = new TaskCall(action, parameters);
    return add(previous, "TaskScheduled", null, null, null, null, null, task);
  }

  /** Redrives after the execution's end. */
  long redriven() {
    return after(events.size(), "ExecutionRedriven");
  }

  long failed(long previous, String type, String error, String cause) {
    return add(previous, type, null, error, cause, null, null, null);
  }

  long mapRun(long previous, String arn, FailedItems items) {
    mapRuns.put(arn, items);
    return add(previous, "MapRunStarted", null, null, null, null, arn, null);
  }

  long mapRunRedriven(long previous, String arn) {
    return add(previous, "MapRunRedriven", null, null, null, null, arn, null);
  }

  private long add(
      long previous,
      String type,
      String state,
      String error,
      String cause,
      String log,
      String mapRun,
      TaskCall task) {
    long id = events.size() + 1;
    events.add(new PastEvent(id, previous, type, state, error, cause, log, mapRun, task));
    return id;
  }

  @Override
  public List<PastEvent> history(String executionArn) {
    List<PastEvent> newestFirst = new ArrayList<>(events);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public Optional<FailedItems> failedItems(String mapRunArn, int most) {
    return Optional.ofNullable(mapRuns.get(mapRunArn));
  }
}
