package dev.sluice.pipeline.model;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import dev.sluice.construct.Platform;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.function.StepField;
import dev.sluice.core.plan.StateName;
import dev.sluice.pipeline.asl.ExpressTime;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A pipeline: a name and its parts, from which the state machine is drawn. */
public final class Pipeline {
  private final String name;
  private final Part whole;
  private final StepGraph graph;

  /**
   * A pipeline of that name.
   *
   * @param name small letters, digits and dashes, at most 30
   */
  public Pipeline(String name, Part whole) {
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

  /** Its steps as text for people, first to last from left to right. */
  public String drawing() {
    return whole.lines().stream().map(String::stripTrailing).collect(Collectors.joining("\n"))
        + "\n";
  }

  /** State transitions of a whole run in which nothing goes wrong, children of maps apart. */
  public int transitions() {
    int planAndReport = 3;
    return planAndReport
        + (int) whole.parallels().count()
        + steps().stream().mapToInt(step -> step.cost().transitions()).sum();
  }

  /** What a whole run costs besides calls of Lambda, in words. */
  public String costOfARun() {
    List<String> words = new ArrayList<>();
    words.add(transitions() + " state transitions");
    steps().stream()
        .filter(step -> !step.cost().perItem().isEmpty())
        .forEach(step -> words.add(step.name() + ": " + step.cost().perItem()));
    List<String> glue =
        steps().stream().filter(step -> step.cost().glueSeconds()).map(Step::name).toList();
    if (!glue.isEmpty()) {
      words.add("Glue capacity in " + String.join(", ", glue));
    }
    return String.join("; ", words);
  }

  /** The datasets whose files its steps wait for or read, each once. */
  public List<DatasetContract> datasets() {
    return steps().stream().flatMap(step -> step.datasets().stream()).distinct().toList();
  }

  /** What it leaves in the lake, and which step does. */
  public Publications publications(Assets assets) {
    return Publications.of(this, assets);
  }

  /**
   * The state machine's definition; creates on the site what the steps need.
   *
   * @throws ConfigurationException where a map's EXPRESS children may take longer than they live
   */
  public Map<String, Object> definition(Site site) {
    site.pipeline(this);
    Drawing drawing = new Drawing(site, whole);
    States states =
        new RunPlan(graph, parameters())
            .states(whole.start(drawing))
            .addAll(whole.draw(drawing, StateName.REPORT))
            .add(
                StateName.REPORT,
                State.pass()
                    .output(
                        "{'pipeline': %s, 'execution': %s, 'steps': $states.input}"
                            .formatted(Jsonata.literal(name), Jsonata.EXECUTION_NAME))
                    .next(null));
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("Comment", "Pipeline " + name + ", written by Sluice");
    definition.put("QueryLanguage", "JSONata");
    definition.putAll(states.machine());
    ExpressTime.check(definition);
    return definition;
  }

  /** Steps and what comes right before each, as the directory of pipelines shows them. */
  public List<Object> outline() {
    return graph.steps().stream().<Object>map(this::outlined).toList();
  }

  /** The outline, with what each step advises when it failed. */
  public List<Object> advisedOutline(Platform platform) {
    return steps().stream()
        .<Object>map(
            step -> {
              Map<String, Object> outlined = outlined(step.name());
              Map<String, String> advice = step.advice(platform);
              if (!advice.isEmpty()) {
                outlined.put(StepField.ADVICE, advice);
              }
              return outlined;
            })
        .toList();
  }

  private Map<String, Object> outlined(String step) {
    return Json.object(StepField.NAME, step, StepField.AFTER, graph.before(step));
  }
}
