package dev.sluice.local.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a flow had come, as its journal tells: what a redrive goes on from. */
public final class FlowRecord {
  /** The last state entered, or null where none was. */
  public String state;

  public Payload input;
  public Instant entered;

  /** The number of that visit in the flow. */
  public long visit;

  /** True where that state was left again. */
  public boolean exited;

  /** Where it led; null where the flow ended. */
  public String next;

  public Payload output;

  /** The attempt that the children belong to. */
  public int attempt;

  /** The map run of that attempt, or null where none was started. */
  public String mapRun;

  /** True where AWS runs the whole state again, since its own result was too large. */
  public boolean anew;

  public final Map<String, JsonNode> variables = new LinkedHashMap<>();
  public final Map<Integer, FlowRecord> children = new HashMap<>();

  public boolean done() {
    return exited && next == null;
  }
}
