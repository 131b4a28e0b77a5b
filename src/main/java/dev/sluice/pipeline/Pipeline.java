package dev.sluice.pipeline;

import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pipeline: a name and its parts, from which the state machine is drawn. */
public final class Pipeline {
  private static final String REPORT = "report";

  private final String name;
  private final Part whole;
  private final StepGraph graph;

  Pipeline(String name, Part whole) {
    if (!name.matches("[a-z][a-z0-9-]{0,29}")) {
      throw new IllegalArgumentException(
          "a pipeline's name has 1 to 30 small letters, digits and dashes, found \"" + name + "\"");
    }
    this.name = name;
    this.whole = whole;
    this.graph = new StepGraph(whole);
  }

  /** The name that commands use. */
  public String name() {
    return name;
  }

  /** All steps, in order. */
  public List<Step> steps() {
    return whole.steps().toList();
  }

  /** Which step comes after which. */
  public StepGraph graph() {
    return graph;
  }

  /** What runs may set. */
  public List<Parameter> parameters() {
    return steps().stream().flatMap(step -> step.parameters().stream()).toList();
  }

  /** State transitions of a whole run in which nothing goes wrong, children of maps apart. */
  public int transitions() {
    int planAndReport = 3;
    return planAndReport
        + (int) whole.parallels().count()
        + steps().stream().mapToInt(step -> step.cost().transitions()).sum();
  }

  /** What each item adds to the cost of a run, by step, in words. */
  public Map<String, String> costsPerItem() {
    Map<String, String> costs = new LinkedHashMap<>();
    for (Step step : steps()) {
      if (!step.cost().perItem().isEmpty()) {
        costs.put(step.name(), step.cost().perItem());
      }
    }
    return costs;
  }

  /** The steps that pay for Glue capacity by the second. */
  public List<String> glueSteps() {
    return steps().stream().filter(step -> step.cost().glueSeconds()).map(Step::name).toList();
  }

  /** The state machine's definition; creates on the site what the steps need. */
  public Map<String, Object> definition(Site site) {
    site.steps(steps());
    Drawing drawing = new Drawing(site, whole);
    States states =
        new RunPlan(graph, parameters())
            .states(whole.start(drawing))
            .addAll(whole.draw(drawing, REPORT))
            .add(
                REPORT,
                State.pass()
                    .output(
                        "{'pipeline': %s, 'execution': %s, 'steps': $states.input}"
                            .formatted(Jsonata.literal(name), Jsonata.EXECUTION_NAME))
                    .next(null));
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("Comment", "Pipeline " + name + ", written by Sluice");
    definition.put("QueryLanguage", "JSONata");
    definition.putAll(states.machine());
    return definition;
  }

  /** Steps and what comes right before each, as the directory of pipelines shows them. */
  public List<Object> outline() {
    return graph.steps().stream()
        .<Object>map(step -> Json.object("name", step, "after", graph.before(step)))
        .toList();
  }
}
