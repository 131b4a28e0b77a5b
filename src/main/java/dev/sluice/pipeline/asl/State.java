package dev.sluice.pipeline.asl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One state of a state machine in its JSONata dialect, field by field in the order of the calls.
 *
 * <p>Rendered here instead of through the CDK's constructs so that field order, permissions and
 * every JSONata field are exactly what a step says. Not thread-safe.
 *
 * @see <a href="https://states-language.net">Amazon States Language</a>
 */
public final class State {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private State(String type) {
    fields.put("Type", type);
  }

  /** A state that only reshapes or assigns. */
  public static State pass() {
    return new State("Pass");
  }

  /** Work done by a service integration, for example {@code arn:aws:states:::lambda:invoke}. */
  public static State task(String resource) {
    return new State("Task").with("Resource", resource);
  }

  /** A choice; add {@link #when} in order of precedence, then {@link #otherwise}. */
  public static State choice() {
    return new State("Choice").with("Choices", new ArrayList<>());
  }

  /** Waits the number of seconds to which a JSONata expression evaluates. */
  public static State waitSeconds(String jsonata) {
    return new State("Wait").with("Seconds", Jsonata.expression(jsonata));
  }

  /** Runs whole machines beside each other; fails as soon as one of them fails. */
  public static State parallel(List<States> branches) {
    return new State("Parallel").with("Branches", branches.stream().map(States::machine).toList());
  }

  /** A map; the rest is said with {@link #with}. */
  public static State map() {
    return new State("Map");
  }

  /** Ends the execution as failed. */
  public static State fail(String error, String cause) {
    return new State("Fail").with("Error", error).with("Cause", cause);
  }

  /** Sets a field as it is. */
  public State with(String field, Object value) {
    fields.put(field, Objects.requireNonNull(value, field));
    return this;
  }

  /** What a task is called with. */
  public State arguments(Map<String, Object> arguments) {
    return with("Arguments", arguments);
  }

  /** Sets variables, each to what its JSONata evaluates to; all see the values from before. */
  public State assign(Map<String, String> variables) {
    Map<String, Object> assign = new LinkedHashMap<>();
    variables.forEach((name, jsonata) -> assign.put(name, Jsonata.expression(jsonata)));
    return with("Assign", assign);
  }

  /** Sets one variable. */
  public State assign(String variable, String jsonata) {
    return assign(Map.of(variable, jsonata));
  }

  /** The state's output, as JSONata. */
  public State output(String jsonata) {
    return with("Output", Jsonata.expression(jsonata));
  }

  /** Adds a retrier. */
  public State retry(Retry retry) {
    return append("Retry", retry.fields());
  }

  /** Adds a catcher: the flow goes on at another state, whose input is what the JSONata says. */
  public State catching(List<String> errors, String output, String next) {
    return append(
        "Catch",
        Json.object("ErrorEquals", errors, "Output", Jsonata.expression(output), "Next", next));
  }

  /** Adds a rule to a choice. */
  public State when(String condition, String next) {
    return append("Choices", Json.object("Condition", Jsonata.expression(condition), "Next", next));
  }

  /** Where a choice goes when no rule holds. */
  public State otherwise(String next) {
    return with("Default", next);
  }

  /** The state after this one; null ends the machine here. */
  public State next(String next) {
    return next == null ? with("End", true) : with("Next", next);
  }

  Map<String, Object> fields() {
    return fields;
  }

  private State append(String field, Map<String, Object> value) {
    List<Object> list = new ArrayList<>();
    if (fields.get(field) instanceof List<?> before) {
      list.addAll(before);
    }
    list.add(value);
    return with(field, list);
  }
}
