package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.Block;
import dev.sluice.local.asl.definition.FailState;
import dev.sluice.local.asl.definition.State;
import dev.sluice.local.asl.jsonata.Variables;
import dev.sluice.local.base.json.Json;
import java.time.Instant;
import java.util.Map;

/** One thread of control through a block: the machine's own, a branch's or an iteration's. */
public final class Flow {
  private final Run run;
  private final String id;
  private final Block block;
  private final Variables variables;
  private final VariableSizes sizes = new VariableSizes();
  private final JsonNode mapItem;
  private final Ending ending;
  private long previous;
  private long visits;
  private Visit visit;
  private boolean over;

  /** Told of the flow's end. */
  interface Ending {
    void succeeded(Flow flow, Payload output);

    void failed(Flow flow, StateError error);
  }

  /**
   * @param outer the enclosing flow, or null
   * @param id unique in the execution and stable over redrives
   * @param mapItem the iteration's Map.Item of the context object, or null
   * @param previous the event that the first one follows
   */
  Flow(
      Run run, Flow outer, String id, Block block, JsonNode mapItem, long previous, Ending ending) {
    this.run = run;
    this.id = id;
    this.block = block;
    this.variables = new Variables(outer == null ? null : outer.variables);
    this.mapItem = mapItem != null ? mapItem : outer == null ? null : outer.mapItem;
    this.previous = previous;
    this.ending = ending;
  }

  public Run run() {
    return run;
  }

  public String id() {
    return id;
  }

  Variables variables() {
    return variables;
  }

  JsonNode mapItem() {
    return mapItem;
  }

  long previous() {
    return previous;
  }

  void start(Payload input) {
    enter(block.startAt(), input);
  }

  /**
   * Goes on from a record.
   *
   * @param input for where no state had been entered
   */
  void resume(FlowRecord record, Payload input) {
    variables.assign(record.variables());
    hold(record.variables());
    visits = record.visit();
    if (record.state() == null) {
      start(input);
    } else if (!record.exited()) {
      State state = block.state(record.state());
      visit =
          new Visit(
              this, state, record.input(), visits, record.entered(), record.enteredEvent(), record);
      visit.begin();
    } else if (record.next() == null) {
      finish(record.output());
    } else {
      enter(record.next(), record.output());
    }
  }

  private void enter(String name, Payload input) {
    State state = block.state(name);
    visits++;
    ObjectNode internal = Json.object().put("v", visits);
    long entry = event(state.type() + "StateEntered", EventDetails.entered(name, input), internal);
    Instant now = run.world().clock().instant();
    visit = new Visit(this, state, input, visits, now, entry, null);
    visit.begin();
  }

  /** Counts what variables hold; false where all of the execution's hold too much with these. */
  boolean hold(Map<String, JsonNode> assigned) {
    return assigned.isEmpty() || run.hold(sizes.assign(assigned));
  }

  /** Records the state's exit and goes to the next one, in a turn of its own. */
  void leave(State state, Payload output, Map<String, JsonNode> assigned, String next) {
    variables.assign(assigned);
    if (!(state instanceof FailState)) {
      ObjectNode internal = next == null ? null : Json.object().put("to", next);
      event(
          state.type() + "StateExited",
          EventDetails.exited(state.name(), output, assigned),
          internal);
    }
    visit = null;
    if (id.isEmpty() && run.probe().left(next, output.json())) {
      over = true;
    } else if (next == null) {
      finish(output);
    } else {
      run.execute(
          () -> {
            if (!over) {
              enter(next, output);
            }
          });
    }
  }

  private void finish(Payload output) {
    over = true;
    run.hold(-sizes.total());
    ending.succeeded(this, output);
  }

  void fail(StateError error) {
    if (!over) {
      over = true;
      ending.failed(this, error);
    }
  }

  /**
   * Ends the flow because another one failed.
   *
   * @param after the event that led to it
   */
  void abort(long after) {
    if (!over && visit != null) {
      visit.recordAbort(after);
    }
    abandon();
  }

  /** Ends the flow without a word in the history: the execution is over. */
  void abandon() {
    over = true;
    if (visit != null) {
      visit.abandon();
    }
  }

  /** Records an event of this flow. */
  public long event(String type, ObjectNode details, ObjectNode internal) {
    previous = add(previous, type, details, internal);
    return previous;
  }

  /** Records an event that the flow's next one does not follow. */
  public void aside(String type, ObjectNode details, long after) {
    add(after, type, details, null);
  }

  /** Says which event the flow's next one follows. */
  void follow(long event) {
    previous = event;
  }

  private long add(long after, String type, ObjectNode details, ObjectNode internal) {
    long event = run.history().add(id, after, type, details, internal);
    if (run.history().full()) {
      throw new HistoryFull();
    }
    return event;
  }
}
