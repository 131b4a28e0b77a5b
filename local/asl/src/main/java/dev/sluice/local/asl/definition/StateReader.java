package dev.sluice.local.asl.definition;

import dev.sluice.local.asl.jsonata.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads one state. */
final class StateReader {
  private static final long MAX_SECONDS = 99_999_999;

  private final DocumentReader document;
  private final Predicate<String> resources;
  private final MapReader maps;

  StateReader(DocumentReader document, Predicate<String> resources) {
    this.document = document;
    this.resources = resources;
    this.maps = new MapReader(document);
  }

  /**
   * @return null where the state's type is unknown or its language is not JSONata
   */
  State read(String name, Fields fields, boolean inherited) {
    String language = fields.oneOf("QueryLanguage", "JSONata", "JSONPath");
    boolean jsonata = language == null ? inherited : "JSONata".equals(language);
    if (!jsonata) {
      fields.problem(
          "QueryLanguage",
          "is JSONPath, which the local engine does not run: write the state in JSONata and set"
              + " QueryLanguage to JSONata, here or for the whole machine");
      return null;
    }
    String type = fields.text("Type", true);
    if (type == null) {
      return null;
    }
    State state =
        switch (type) {
          case "Pass" -> new PassState(name, exit(fields));
          case "Succeed" -> new SucceedState(name, new Exit(fields.template("Output"), null, null));
          case "Fail" -> new FailState(name, fields.template("Error"), fields.template("Cause"));
          case "Wait" -> waiting(name, fields);
          case "Choice" -> choice(name, fields);
          case "Task" -> task(name, fields);
          case "Parallel" -> parallel(name, fields);
          case "Map" -> maps.read(name, fields, exit(fields), ErrorHandlingReader.read(fields));
          default -> null;
        };
    if (state == null) {
      fields.problem(
          "Type",
          "must be one of Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map; found " + type);
      return null;
    }
    fields.finish(DocumentReader.JSON_PATH);
    return state;
  }

  static Exit exit(Fields fields) {
    Template output = fields.template("Output");
    Template assign = assign(fields);
    String next = fields.text("Next", false);
    boolean end = fields.get("End").asBoolean();
    if (next == null && !end && !fields.has("Next")) {
      fields.problem("Next", "is missing: name the next state, or set End to true");
    }
    if (next != null && end) {
      fields.problem("End", "stands beside Next: keep one of both");
    }
    return new Exit(output, assign, next);
  }

  static Template assign(Fields fields) {
    Template assign = fields.template("Assign");
    if (assign != null && !fields.get("Assign").isObject()) {
      fields.problem("Assign", "must be an object of variable names and values");
    } else if (assign != null && fields.get("Assign").has("states")) {
      fields.problem("Assign/states", "is a reserved name: choose another one");
    }
    return assign;
  }

  private State waiting(String name, Fields fields) {
    Template seconds = fields.number("Seconds", 0, MAX_SECONDS);
    Template timestamp = fields.template("Timestamp");
    if ((seconds == null) == (timestamp == null)) {
      fields.problem("Seconds", "or Timestamp must be given, and only one of both");
    }
    return new WaitState(name, exit(fields), seconds, timestamp);
  }

  private State choice(String name, Fields fields) {
    List<ChoiceState.Rule> rules = new ArrayList<>();
    for (Fields rule : fields.each("Choices")) {
      Template condition = rule.template("Condition");
      if (condition == null) {
        rule.problem("Condition", "is missing: give an expression that is true or false");
      }
      Exit exit = new Exit(rule.template("Output"), assign(rule), rule.text("Next", true));
      rule.finish(DocumentReader.JSON_PATH);
      rules.add(new ChoiceState.Rule(condition, exit));
    }
    if (rules.isEmpty()) {
      fields.problem("Choices", "must hold at least one rule");
    }
    Exit otherwise =
        new Exit(fields.template("Output"), assign(fields), fields.text("Default", false));
    return new ChoiceState(name, rules, otherwise);
  }

  private State task(String name, Fields fields) {
    String resource = fields.text("Resource", true);
    if (resource != null && !resources.test(resource)) {
      fields.problem(
          "Resource",
          "is "
              + resource
              + ", which nothing in the local runtime can run: use a service"
              + " that it has");
    }
    fields.get("Credentials");
    return new TaskState(
        name,
        exit(fields),
        ErrorHandlingReader.read(fields),
        resource,
        fields.template("Arguments"),
        fields.number("TimeoutSeconds", 1, MAX_SECONDS),
        fields.number("HeartbeatSeconds", 1, MAX_SECONDS));
  }

  private State parallel(String name, Fields fields) {
    List<Block> branches = new ArrayList<>();
    for (Fields branch : fields.each("Branches")) {
      branches.add(document.block(branch, true));
      branch.finish(DocumentReader.JSON_PATH);
    }
    if (branches.isEmpty()) {
      fields.problem("Branches", "must hold at least one branch");
    }
    return new ParallelState(
        name,
        exit(fields),
        ErrorHandlingReader.read(fields),
        fields.template("Arguments"),
        branches);
  }
}
