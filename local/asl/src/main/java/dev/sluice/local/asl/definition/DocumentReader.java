package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** A state without QueryLanguage has the machine's, also inside a state with another one. */
  private boolean jsonata;

  DocumentReader(Resources resources, boolean express) {
    this.express = express;
    this.states = new StateReader(this, resources);
  }

  /**
   * @throws InvalidDefinition with all findings
   */
  StateMachine read(String text) {
    StateMachine machine = build(text);
    List<Finding> all = findings.all();
    if (!all.isEmpty()) {
      throw new InvalidDefinition(all);
    }
    return machine;
  }

  /** Reads without a verdict; only what is not JSON is refused. */
  StateMachine build(String text) {
    JsonNode node = DefinitionText.parse(text, findings);
    if (node == null) {
      throw new InvalidDefinition(findings.all());
    }
    Fields fields = new Fields(node, "", findings);
    this.jsonata = "JSONata".equals(fields.oneOf("QueryLanguage", "JSONPath", "JSONata"));
    fields.get("Version");
    long timeout = fields.whole("TimeoutSeconds", 0, 1, 99_999_999);
    Block block = block(fields);
    if (express) {
      ExpressRules.check(fields, block);
    }
    fields.finish(JSON_PATH);
    VariableScopes.check(block, findings);
    return new StateMachine(block, timeout);
  }

  /** Reads StartAt and States, and checks how its states lead to one another. */
  Block block(Fields fields) {
    String startAt = fields.text("StartAt", true);
    Fields members = fields.object("States");
    Map<String, State> all = new LinkedHashMap<>();
    if (members == null) {
      fields.missing("States");
      return new Block(startAt, all);
    }
    JsonNode node = fields.get("States");
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String path = members.path(member.getKey());
      if (!names.add(member.getKey())) {
        findings.add(
            "DUPLICATE_STATE_NAME", path, "Duplicate State name: '" + member.getKey() + "'");
      }
      if (member.getKey().length() > 80) {
        findings.add(
            "INVALID_STATE_NAME",
            path,
            "Invalid State name: State '"
                + member.getKey()
                + "' exceeds the 80-character limit allowed by the service");
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
