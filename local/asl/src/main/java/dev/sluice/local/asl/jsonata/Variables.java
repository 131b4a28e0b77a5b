package dev.sluice.local.asl.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The variables of one scope. An inner scope reads those of the outer ones and writes its own. Not
 * safe for several threads: a scope belongs to one execution, which runs one step at a time.
 */
public final class Variables {
  private final Variables outer;
  private final Map<String, JsonNode> own = new LinkedHashMap<>();

  /**
   * @param outer the enclosing scope, or null
   */
  public Variables(Variables outer) {
    this.outer = outer;
  }

  public void assign(Map<String, JsonNode> values) {
    own.putAll(values);
  }

  /** Visits every visible variable, outer ones first, so that the last visit of a name counts. */
  public void each(BiConsumer<String, JsonNode> visitor) {
    if (outer != null) {
      outer.each(visitor);
    }
    own.forEach(visitor);
  }
}
