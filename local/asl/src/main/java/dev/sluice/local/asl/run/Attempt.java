package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.definition.Exit;
import dev.sluice.local.asl.integration.CancelSignal;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.asl.jsonata.Scope;
import dev.sluice.local.asl.jsonata.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** One try at a state. What comes in after its end is dropped. */
public final class Attempt {
  private final Visit visit;
  private final int number;
  private final FlowRecord record;
  private final CancelSource cancel = new CancelSource();
  private final List<Runnable> endings = new ArrayList<>();
  private LongConsumer onAbort = after -> {};
  private String token;
  private boolean over;

  Attempt(Visit visit, int number, FlowRecord record) {
    this.visit = visit;
    this.number = number;
    this.record = record;
  }

  public Visit visit() {
    return visit;
  }

  public Flow flow() {
    return visit.flow();
  }

  public Run run() {
    return visit.flow().run();
  }

  /** Counts the tries in this visit, from 0. */
  public int number() {
    return number;
  }

  /** How far an earlier run of the execution had come in this try, or null. */
  public FlowRecord record() {
    return record;
  }

  /** Fires where the attempt ends before its task has. */
  public CancelSignal cancel() {
    return cancel;
  }

  public boolean isOver() {
    return over;
  }

  String token() {
    return token;
  }

  void token(String value) {
    token = value;
  }

  /** Records an event. */
  public long event(String type, ObjectNode details) {
    return flow().event(type, details, null);
  }

  /** Records an event that the attempt's next one does not follow, as AWS does with some. */
  public void aside(String type, ObjectNode details) {
    flow().aside(type, details, flow().previous());
  }

  /** Records an event with something beside it for redrive. */
  public long event(String type, ObjectNode details, ObjectNode internal) {
    return flow().event(type, details, internal);
  }

  public Scope scope() {
    return visit.scope(null, null, null);
  }

  /** A scope in which the context object shows an item. */
  public Scope scope(JsonNode mapItem) {
    return visit.scope(null, null, mapItem);
  }

  /** The field's value, or the fallback where the definition has no such field. */
  public JsonNode evaluate(Template template, String field, JsonNode fallback) {
    return template == null ? fallback : template.evaluate(scope(), field);
  }

  /** Runs a step; an expression that fails in it fails the attempt. */
  public void guarded(Runnable step) {
    if (over) {
      return;
    }
    try {
      step.run();
    } catch (QueryError e) {
      fail(visit.evaluationFailed(e));
    }
  }

  /** Ends well with a result. */
  public void succeed(Payload result) {
    if (close(false)) {
      visit.leave(visit.state().exit(), result.json(), null, result, true);
    }
  }

  /** Goes on without a result, the state's input being its output. */
  void pass(Exit exit) {
    if (close(false)) {
      visit.leave(exit, null, null, visit.input(), true);
    }
  }

  /** Ends badly of itself. */
  public void fail(StateError error) {
    if (close(false)) {
      visit.failed(error, true);
    }
  }

  /** Ends badly while its task may still be at work, which is told. */
  void giveUp(StateError error) {
    if (close(true)) {
      visit.failed(error, true);
    }
  }

  void abandon() {
    close(true);
  }

  /**
   * Says what to record where the state is aborted because of another one.
   *
   * @param action takes the event that led to the abort
   */
  public void onAbort(LongConsumer action) {
    onAbort = action;
  }

  void recordAbort(long after) {
    if (!over) {
      onAbort.accept(after);
    }
  }

  /** Does something at the end of the attempt, however it ends. */
  public void onEnd(Runnable action) {
    endings.add(action);
  }

  /** Does something later, unless the attempt has ended by then. */
  public void after(Duration delay, Runnable step) {
    onEnd(run().world().timers().after(delay, () -> later(step))::cancel);
  }

  /** Does something in the execution's turn, unless the attempt has ended by then. */
  public void later(Runnable step) {
    run().execute(() -> guarded(step));
  }

  /** Goes on when a stage is complete. */
  public <T> void when(CompletionStage<T> stage, Consumer<T> done, Consumer<Throwable> failed) {
    stage.whenComplete(
        (value, error) ->
            later(
                () -> {
                  if (error == null) {
                    done.accept(value);
                  } else {
                    failed.accept(cause(error));
                  }
                }));
  }

  private static Throwable cause(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  private boolean close(boolean cancelled) {
    if (over) {
      return false;
    }
    over = true;
    endings.forEach(Runnable::run);
    if (cancelled && cancel.watched()) {
      // Whoever is told may call a service, so it must not hold up the execution.
      run().world().io().execute(cancel::cancel);
    } else if (cancelled) {
      cancel.cancel();
    }
    return true;
  }
}
