package dev.sluice.local.asl.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.base.json.Json;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state under test, as a machine of its own: what it leads to is there and does nothing.
 *
 * @param state its definition
 * @param name the state's name
 */
record TestedState(ObjectNode state, String name) {
  /** The name of a state whose definition comes alone, which has none. */
  private static final String ALONE = "StateUnderTest";

  private static final String LANGUAGE = "QueryLanguage";

  /**
   * @param definition a state, or with a name a whole machine
   * @param name of the state in that machine, at any depth; null where the definition is a state
   * @throws AslException InvalidDefinition or ValidationException
   */
  static TestedState of(String definition, String name) {
    JsonNode document;
    try {
      document = Json.parse(definition == null ? "" : definition);
    } catch (IllegalArgumentException e) {
      throw new AslException(
          "InvalidDefinition", "Invalid State Machine Definition: " + e.getMessage());
    }
    if (name == null) {
      return of(document, "JSONPath", ALONE);
    }
    String language = document.path(LANGUAGE).asText("JSONPath");
    JsonNode found = find(document, name);
    if (found == null) {
      throw new AslException(
          "ValidationException", "State '" + name + "' not found in the state machine definition");
    }
    return of(found, language, name);
  }

  private static TestedState of(JsonNode found, String language, String name) {
    if (!found.isObject()) {
      throw new AslException(
          "InvalidDefinition", "Invalid State Machine Definition: a state must be an object");
    }
    ObjectNode state = found.deepCopy();
    if (!state.has(LANGUAGE)) {
      state.put(LANGUAGE, language);
    }
    return new TestedState(state, name);
  }

  /** Looks through Parallel's branches and Map's processors too. */
  private static JsonNode find(JsonNode block, String name) {
    JsonNode states = block.path("States");
    if (states.has(name)) {
      return states.get(name);
    }
    for (JsonNode state : states) {
      JsonNode inner = find(state.path("ItemProcessor"), name);
      for (JsonNode branch : state.path("Branches")) {
        inner = inner == null ? find(branch, name) : inner;
      }
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  String type() {
    return state.path("Type").asText();
  }

  String resource() {
    return state.path("Resource").asText();
  }

  /** A definition that StateMachine reads. */
  String machine() {
    ObjectNode machine = Json.object().put(LANGUAGE, "JSONata").put("StartAt", name);
    ObjectNode states = machine.putObject("States");
    states.set(name, state);
    for (String target : targets()) {
      if (!target.equals(name)) {
        states.putObject(target).put("Type", "Succeed");
      }
    }
    return machine.toString();
  }

  private Set<String> targets() {
    Set<String> targets = new TreeSet<>();
    add(targets, state, "Next");
    add(targets, state, "Default");
    state.path("Choices").forEach(rule -> add(targets, rule, "Next"));
    state.path("Catch").forEach(clause -> add(targets, clause, "Next"));
    return targets;
  }

  private static void add(Set<String> targets, JsonNode from, String field) {
    String target = Json.string(from, field);
    if (target != null) {
      targets.add(target);
    }
  }
}
