package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a flow had come, as its journal tells: what a redrive goes on from. Built event by event.
 */
public final class FlowRecord {
  private final Map<String, JsonNode> variables = new LinkedHashMap<>();
  private final Map<Integer, FlowRecord> children = new HashMap<>();
  private String state;
  private Payload input;
  private Instant entered;
  private long enteredEvent;
  private long visit;
  private boolean exited;
  private String next;
  private Payload output;
  private int attempt;
  private String mapRun;
  private boolean anew;

  /** A state was entered. */
  public void enter(String name, Payload with, Instant at, long event, long number) {
    state = name;
    input = with;
    entered = at;
    enteredEvent = event;
    visit = number;
    exited = false;
    next = null;
    output = null;
    begin(0);
  }

  /** A further attempt at the state began, with children of its own. */
  public void begin(int number) {
    attempt = number;
    mapRun = null;
    anew = false;
    children.clear();
  }

  /** The attempt's map run began. */
  public void mapRun(String arn) {
    mapRun = arn;
  }

  /** What came of the children was too large, so that AWS runs them all again. */
  public void anew() {
    anew = true;
  }

  /**
   * The state was left.
   *
   * @param to the next state, or null where the flow ended
   */
  public void exit(Payload with, Map<String, JsonNode> assigned, String to) {
    exited = true;
    next = to;
    output = with;
    variables.putAll(assigned);
    children.clear();
  }

  /** The child flow with that number, made where it is missing. */
  public FlowRecord childOrNew(int index) {
    return children.computeIfAbsent(index, number -> new FlowRecord());
  }

  /** The child flow with that number, or null. */
  FlowRecord child(int index) {
    return children.get(index);
  }

  /** True for the attempt that the flow was in when it ended. */
  public boolean isIn(long visitNumber, int attemptNumber) {
    return !exited && visit == visitNumber && attempt == attemptNumber;
  }

  /** The map run to go on with, or null where none was started. */
  public String mapRun() {
    return mapRun;
  }

  Map<String, JsonNode> variables() {
    return variables;
  }

  /** The last state that was entered, or null where none was. */
  String state() {
    return state;
  }

  Payload input() {
    return input;
  }

  Instant entered() {
    return entered;
  }

  /** The id of the event by which the last state was entered. */
  long enteredEvent() {
    return enteredEvent;
  }

  long visit() {
    return visit;
  }

  int attempt() {
    return attempt;
  }

  boolean runsAnew() {
    return anew;
  }

  boolean exited() {
    return exited;
  }

  String next() {
    return next;
  }

  Payload output() {
    return output;
  }

  boolean done() {
    return exited && next == null;
  }
}
