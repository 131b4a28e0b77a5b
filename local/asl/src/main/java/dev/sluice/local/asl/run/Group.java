package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.local.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flows that run side by side: all succeed, or the first failure ends them all. */
final class Group implements Flow.Ending {
  private final Attempt attempt;
  private final Kind kind;
  private final int size;
  private final int concurrency;
  private final Payload[] outputs;
  private final Map<Flow, Integer> running = new LinkedHashMap<>();
  private long previous;
  private int next;
  private int succeeded;
  private boolean starting;

  /** What branches and iterations do differently. */
  interface Kind {
    Flow flow(int index, long previous, Flow.Ending ending);

    /** The flow's input; evaluated when it starts. */
    Payload input(int index);

    /** The prefix of the group's own events. */
    String type();

    /** Says that a flow has started. */
    default void started(Flow flow, int index) {}

    /**
     * Says that a flow succeeded, failed or was aborted.
     *
     * @param after the event that led to it
     */
    default void ended(Flow flow, int index, String what, long after) {}
  }

  Group(Attempt attempt, Kind kind, int size, int concurrency) {
    this.attempt = attempt;
    this.kind = kind;
    this.size = size;
    this.concurrency = concurrency;
    this.outputs = new Payload[size];
    this.previous = attempt.flow().previous();
    attempt.onEnd(() -> running.keySet().forEach(Flow::abandon));
    attempt.onAbort(this::abortAll);
  }

  /** The same flow has the same id in a redrive, and another one in a retry. */
  static String id(Attempt attempt, int index) {
    String id = attempt.flow().id();
    String own = attempt.visit().number() + "." + attempt.number() + "." + index;
    return id.isEmpty() ? own : id + "/" + own;
  }

  void start() {
    fill();
  }

  private void fill() {
    if (starting) {
      return;
    }
    // A flow may end while it starts; then this loop goes on, rather than one within it.
    starting = true;
    while (!attempt.isOver() && next < size && running.size() < concurrency) {
      launch(next++);
    }
    starting = false;
    if (!attempt.isOver() && succeeded == size) {
      complete();
    }
  }

  private void launch(int index) {
    FlowRecord record = attempt.record() == null ? null : attempt.record().child(index);
    if (record != null && record.done()) {
      outputs[index] = record.output();
      succeeded++;
      return;
    }
    Flow flow = kind.flow(index, previous, this);
    running.put(flow, index);
    if (record == null) {
      Payload input = kind.input(index);
      kind.started(flow, index);
      flow.start(input);
    } else {
      flow.resume(record, record.state() == null ? kind.input(index) : null);
    }
  }

  private void complete() {
    ArrayNode results = Json.array();
    for (Payload output : outputs) {
      results.add(output.json());
    }
    Payload payload = new Payload(results);
    attempt.flow().follow(previous);
    if (payload.tooLarge()) {
      attempt.event(kind.type() + "Failed", null, Json.object().put("anew", true));
      attempt.fail(
          StateError.tooLarge("The result of the state '" + attempt.visit().state().name() + "'"));
      return;
    }
    attempt.aside(kind.type() + "Succeeded", null);
    attempt.succeed(payload);
  }

  @Override
  public void succeeded(Flow flow, Payload output) {
    int index = running.remove(flow);
    outputs[index] = output;
    succeeded++;
    previous = flow.previous();
    kind.ended(flow, index, "Succeeded", previous);
    attempt.guarded(this::fill);
  }

  @Override
  public void failed(Flow flow, StateError error) {
    if (attempt.isOver()) {
      return;
    }
    int index = running.remove(flow);
    previous = flow.previous();
    kind.ended(flow, index, "Failed", previous);
    abortAll(previous);
    attempt.flow().follow(previous);
    attempt.event(kind.type() + "Failed", null);
    attempt.fail(error);
  }

  private void abortAll(long after) {
    running.forEach(
        (flow, index) -> {
          flow.abort(after);
          kind.ended(flow, index, "Aborted", after);
        });
    running.clear();
  }
}
