package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one state. */
final class StateReader {
  private static final long MAX_SECONDS = 99_999_999;

  private final DocumentReader document;
  private final Resources resources;
  private final MapReader maps;

  StateReader(DocumentReader document, Resources resources) {
    this.document = document;
    this.resources = resources;
    this.maps = new MapReader(document);
  }

  /**
   * @return null where the state's type is unknown or its language is not JSONata
   */
  State read(String name, Fields fields, boolean inherited) {
    String language = fields.oneOf("QueryLanguage", "JSONPath", "JSONata");
    if (inherited && "JSONPath".equals(language)) {
      fields.problem(
          "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
      return null;
    }
    boolean jsonata = language == null ? inherited : "JSONata".equals(language);
    if (!jsonata) {
      fields.problem(
          "QueryLanguage",
          "The QueryLanguage is 'JSONPath', which the local engine does not run: write the state in"
              + " JSONata and set QueryLanguage to JSONata, here or for the whole machine");
      return null;
    }
    String type = fields.text("Type", true);
    if (type == null) {
      return null;
    }
    State state =
        switch (type) {
          case "Pass" -> new PassState(name, exit(fields, Visible.INPUT));
          case "Succeed" -> new SucceedState(name, new Exit(fields.template("Output"), null, null));
          case "Fail" -> new FailState(name, fields.template("Error"), fields.template("Cause"));
          case "Wait" -> waiting(name, fields);
          case "Choice" -> choice(name, fields);
          case "Task" -> task(name, fields);
          case "Parallel" -> parallel(name, fields);
          case "Map" ->
              maps.read(
                  name, fields, exit(fields, Visible.RESULT), ErrorHandlingReader.read(fields));
          default -> null;
        };
    if (state == null) {
      fields.problem(
          "Type",
          "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail,"
              + " Choice, Parallel, Map], found "
              + type);
      return null;
    }
    fields.finish(DocumentReader.JSON_PATH);
    return state;
  }

  private static Exit exit(Fields fields, Set<String> visible) {
    Template output = fields.template("Output", visible);
    Template assign = assign(fields, visible);
    String next = fields.text("Next", false);
    boolean end = fields.isTrue("End");
    if (!end && !fields.has("Next")) {
      fields.problem("This object should have only one of the following fields: [Next, End]");
    }
    if (next != null && end) {
      fields.problem("There should only be one of the following fields: [Next, End]");
    }
    return new Exit(output, assign, next);
  }

  static Template assign(Fields fields, Set<String> visible) {
    Template assign = fields.template("Assign", visible);
    if (assign != null && !fields.get("Assign").isObject()) {
      fields.problem("Assign", "Expected value of type [OBJECT]");
    }
    VariableNames.check(fields);
    return assign;
  }

  private State waiting(String name, Fields fields) {
    Template seconds = fields.number("Seconds", 0, MAX_SECONDS);
    Template timestamp = fields.template("Timestamp");
    String fieldNames = "of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp]";
    if (seconds != null && timestamp != null) {
      fields.problem("There should only be one " + fieldNames);
    } else if (seconds == null && timestamp == null) {
      fields.problem("This object should have only one " + fieldNames);
    }
    if (timestamp instanceof Template.Literal literal && !Timestamps.isValid(literal.value())) {
      fields.problem("Timestamp", "String does not match RFC3339 timestamp");
    }
    return new WaitState(name, exit(fields, Visible.INPUT), seconds, timestamp);
  }

  private State choice(String name, Fields fields) {
    List<ChoiceState.Rule> rules = new ArrayList<>();
    for (Fields rule : fields.each("Choices")) {
      Template condition = rule.template("Condition");
      if (condition == null) {
        rule.missing("Condition");
      }
      Exit exit =
          new Exit(rule.template("Output"), assign(rule, Visible.INPUT), rule.text("Next", true));
      rule.finish(DocumentReader.JSON_PATH);
      rules.add(new ChoiceState.Rule(condition, exit));
    }
    if (rules.isEmpty()) {
      fields.problem("Choices", "Value cannot be empty");
    }
    Exit otherwise =
        new Exit(
            fields.template("Output"),
            assign(fields, Visible.INPUT),
            fields.text("Default", false));
    return new ChoiceState(name, rules, otherwise);
  }

  private State task(String name, Fields fields) {
    String resource = fields.text("Resource", true);
    if (resource != null && !resources.known(resource)) {
      fields.problem(
          "Resource",
          "The resource provided "
              + resource
              + " is not recognized. The value is not a valid resource ARN, or the local runtime"
              + " cannot run it.");
    }
    fields.get("Credentials");
    Template arguments = fields.template("Arguments");
    if (resource != null) {
      resources
          .arguments(resource)
          .ifPresent(rules -> ArgumentRules.check(fields, arguments, rules));
    }
    Template timeout = fields.number("TimeoutSeconds", 1, MAX_SECONDS);
    Template heartbeat = fields.number("HeartbeatSeconds", 1, MAX_SECONDS);
    if (timeout instanceof Template.Literal limit
        && heartbeat instanceof Template.Literal beat
        && beat.value().doubleValue() >= limit.value().doubleValue()) {
      fields.problem("HeartbeatSeconds", "HeartbeatSeconds must be smaller than TimeoutSeconds");
    }
    return new TaskState(
        name,
        exit(fields, Visible.RESULT),
        ErrorHandlingReader.read(fields),
        resource,
        arguments,
        timeout,
        heartbeat);
  }

  private State parallel(String name, Fields fields) {
    List<Block> branches = new ArrayList<>();
    for (Fields branch : fields.each("Branches")) {
      branches.add(document.block(branch));
      branch.finish(DocumentReader.JSON_PATH);
    }
    if (branches.isEmpty()) {
      fields.problem("Branches", "Value cannot be empty");
    }
    return new ParallelState(
        name,
        exit(fields, Visible.RESULT),
        ErrorHandlingReader.read(fields),
        fields.template("Arguments"),
        branches);
  }
}
