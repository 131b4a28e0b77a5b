package dev.sluice.core.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The history of one execution, written event by event, each after the one that it follows. */
final class History {
  private final List<Event> events = new ArrayList<>();

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
    TaskCall call = new TaskCall(action, parameters);
    return add(previous, "TaskScheduled", null, null, null, call, null);
  }

  /** Ends the execution after that event, then redrives it. */
  long brokenAndRedriven(long previous) {
    long end = failed(previous, "ExecutionFailed", "E", "c");
    return after(end, "ExecutionRedriven");
  }

  long failed(long previous, String type, String error, String cause) {
    return add(previous, type, null, error, cause, null, null);
  }

  long mapRun(long previous, String type, String arn) {
    return add(previous, type, null, null, null, null, arn);
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

  List<Event> oldestFirst() {
    return events;
  }

  List<Event> newestFirst() {
    List<Event> newestFirst = new ArrayList<>(events);
    Collections.reverse(newestFirst);
    return newestFirst;
  }
}
