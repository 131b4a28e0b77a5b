package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a document. */
final class DocumentReader {
  static final Set<String> JSON_PATH =
      Set.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "ResultSelector",
          "Parameters",
          "ItemsPath",
          "MaxConcurrencyPath",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentagePath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "SecondsPath",
          "TimestampPath",
          "ErrorPath",
          "CausePath",
          "Result",
          "Iterator",
          "Variable");

  private final Findings findings = new Findings();
  private final Set<String> names = new HashSet<>();
  private final StateReader states;
  private final boolean express;

  DocumentReader(Predicate<String> resources, boolean express) {
    this.express = express;
    this.states = new StateReader(this, resources);
  }

  StateMachine read(String text) {
    JsonNode node;
    try {
      node = Json.parse(text);
    } catch (IllegalArgumentException e) {
      findings.add("/", "is not JSON: " + e.getMessage());
      throw new InvalidDefinition(findings.all());
    }
    Fields fields = new Fields(node, "", findings);
    String language = fields.oneOf("QueryLanguage", "JSONata", "JSONPath");
    fields.get("Version");
    long timeout = fields.whole("TimeoutSeconds", 0, 1, 99_999_999);
    Block block = block(fields, "JSONata".equals(language));
    if (express) {
      ExpressRules.check(fields, block);
    }
    fields.finish(JSON_PATH);
    List<Finding> all = findings.all();
    if (!all.isEmpty()) {
      throw new InvalidDefinition(all);
    }
    return new StateMachine(block, timeout);
  }

  /** Reads StartAt and States, and checks how its states lead to one another. */
  Block block(Fields fields, boolean jsonata) {
    String startAt = fields.text("StartAt", true);
    Fields members = fields.object("States");
    Map<String, State> all = new LinkedHashMap<>();
    if (members == null) {
      fields.problem("States", "is missing: add at least one state");
      return new Block(startAt, all);
    }
    JsonNode node = fields.get("States");
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String path = members.path(member.getKey());
      if (!names.add(member.getKey())) {
        findings.add(path, "has the name of another state: names are unique in a state machine");
      }
      if (member.getKey().length() > 80) {
        findings.add(path, "has a name of more than 80 characters: shorten it");
      }
      State state =
          states.read(member.getKey(), new Fields(member.getValue(), path, findings), jsonata);
      if (state != null) {
        all.put(member.getKey(), state);
      }
    }
    if (all.size() == node.size()) {
      Transitions.check(fields, new Block(startAt, all));
    }
    return new Block(startAt, all);
  }
}
