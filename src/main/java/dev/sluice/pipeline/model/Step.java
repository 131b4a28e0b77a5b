package dev.sluice.pipeline.model;

import dev.sluice.config.Assets;
import dev.sluice.construct.Platform;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.plan.RunInput;
import dev.sluice.core.plan.StateName;
import dev.sluice.core.plan.StepOutcome;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One step of a pipeline: it knows its name, the states that it becomes, what its role may do and
 * what it costs. The pipeline adds the gate in front of it.
 *
 * <p>A new kind of step is a subclass and nothing else. Its states are called like the step ({@code
 * export_tables}) or start with its name and a colon ({@code export_tables: check}): the console,
 * the notifier and the operator find the step by that. What it needs, it asks of the {@link Site},
 * which also grants the state machine's role what is needed to use it.
 */
public abstract non-sealed class Step implements Part {
  private static final int LONGEST_LABEL = 40;

  private final String name;

  /**
   * A step.
   *
   * @param name small letters, digits and underscores; at most 40 characters, since it also labels
   *     map runs
   */
  protected Step(String name) {
    if (!name.matches("[a-z][a-z0-9_]*") || name.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException(
          "a step's name has small letters, digits and underscores, at most "
              + LONGEST_LABEL
              + ", found \""
              + name
              + "\"");
    }
    if (RunInput.KEYS.contains(name)
        || name.equals(StateName.PLAN)
        || name.equals(StateName.REPORT)) {
      throw new IllegalArgumentException(
          "no step can be called \"" + name + "\", a word that every pipeline uses");
    }
    this.name = name;
  }

  /** The name that flags use. */
  public final String name() {
    return name;
  }

  /** What runs may set. */
  public List<Parameter> parameters() {
    return List.of();
  }

  /** The datasets whose files it waits for or reads. */
  public List<DatasetContract> datasets() {
    return List.of();
  }

  /** The dataset whose files it takes into the lake for good, so that they count as ingested. */
  public Optional<DatasetContract> ingests() {
    return Optional.empty();
  }

  /**
   * What it leaves in the lake for SQL and crawlers.
   *
   * @param assets where files that say so lie
   */
  public List<Publication> publishes(Assets assets) {
    return List.of();
  }

  /**
   * What to do when it failed: the name of an error to a sentence that the failure mail repeats.
   * Errors that it does not name are advised on in general.
   */
  public Map<String, String> advice(Platform platform) {
    return Map.of();
  }

  /** What a run of this step costs, when nothing goes wrong. */
  public abstract Cost cost();

  /**
   * The states. The input of the first is the outcome of the steps before it; the last must put out
   * the same with {@link #succeeded} of its own added.
   *
   * @param next the state after this step; null where the machine ends
   */
  protected abstract States states(Site site, String next);

  /** The name of one of its states. */
  protected final String state(String detail) {
    return StateName.detail(name, detail);
  }

  /** A variable of its own. */
  protected final String variable(String detail) {
    return name + "_" + detail;
  }

  /** JSONata: what came in and that this step succeeded, with some details for the report. */
  protected final String succeeded(String details) {
    return "$merge([$states.input, {%s: $merge([{'%s':'%s'}, %s])}])"
        .formatted(Jsonata.literal(name), StepOutcome.STATUS, StepOutcome.SUCCEEDED, details);
  }

  @Override
  public final Stream<Step> steps() {
    return Stream.of(this);
  }

  @Override
  public final Stream<Parallel> parallels() {
    return Stream.empty();
  }

  @Override
  public final Set<String> link(StepGraph graph, Set<String> before) {
    graph.add(name, before);
    return Set.of(name);
  }

  @Override
  public final List<String> lines() {
    return List.of(name);
  }

  @Override
  public final String start(Drawing drawing) {
    return StateName.gate(name);
  }

  @Override
  public final States draw(Drawing drawing, String next) {
    States own = states(drawing.site(), next);
    String skipped = StateName.skipped(name);
    return new States()
        .add(start(drawing), State.choice().when("$plan." + name, own.start()).otherwise(skipped))
        .addAll(own)
        .add(
            skipped,
            State.pass()
                .output(
                    "$merge([$states.input, {%s: {'%s':'%s'}}])"
                        .formatted(Jsonata.literal(name), StepOutcome.STATUS, StepOutcome.SKIPPED))
                .next(next));
  }
}
