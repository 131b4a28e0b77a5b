package dev.sluice.console.progress;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.core.plan.StateName;
import dev.sluice.core.plan.StepOutcome;
import dev.sluice.core.trail.Attribution;
import dev.sluice.core.trail.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * The steps of an execution, built from its history. A step has ended when a state's output carries
 * its outcome; it has failed when the execution ends while its last attempt had failed.
 */
public final class ExecutionProgress {
  private final Map<String, StepProgress> steps = new LinkedHashMap<>();
  private final Attribution attribution;

  /**
   * Steps whose last attempt failed: broken only if the execution ends so, since a retry may
   * follow.
   */
  private final Set<String> failing = new HashSet<>();

  private int transitions;

  public ExecutionProgress(PipelineInfo pipeline) {
    attribution = new Attribution(pipeline.steps());
    pipeline.steps().names().forEach(name -> steps.put(name, new StepProgress(name)));
  }

  public Collection<StepProgress> steps() {
    return steps.values();
  }

  /** State transitions so far, which is what AWS bills of a STANDARD execution. */
  public int transitions() {
    return transitions;
  }

  /** The steps that ended in failure, in the pipeline's order. */
  public List<StepProgress> failed() {
    return steps.values().stream().filter(s -> s.state() == StepState.FAILED).toList();
  }

  /** Takes the next events, oldest first. */
  public void apply(List<HistoryEvent> events) {
    events.forEach(this::apply);
  }

  private void apply(HistoryEvent event) {
    Event told = EventReader.read(event);
    Optional<String> step = attribution.takeStep(told);
    if (told.entered()) {
      transitions++;
      if (step.isPresent() && !StateName.isGate(told.state())) {
        steps.get(step.get()).run(event.timestamp());
      }
    } else if (told.exited()) {
      exited(event, event.stateExitedEventDetails().output());
    } else if (told.redriven()) {
      redriven(event.timestamp());
    } else if (told.ended()) {
      close(event.timestamp());
    } else if (told.tellsFailure()) {
      step.ifPresent(failing::add);
    } else if (told.attempted()) {
      step.ifPresent(failing::remove);
    }
  }

  /** A redrive goes on in the states that were entered and never exited, and no others. */
  private void redriven(Instant at) {
    for (StepProgress step : steps.values()) {
      if (step.state() == StepState.FAILED || step.state() == StepState.ABORTED) {
        step.reset();
        step.run(at);
      }
    }
  }

  private void exited(HistoryEvent event, String output) {
    JsonNode outcomes = output == null ? null : JsonNode.parser().parse(output);
    if (outcomes == null || !outcomes.isObject()) {
      return;
    }
    outcomes
        .asObject()
        .forEach(
            (name, outcome) -> {
              StepProgress step = steps.get(name);
              if (step != null && !step.state().ended() && outcome.isObject()) {
                end(step, outcome, event.timestamp());
              }
            });
  }

  private static void end(StepProgress step, JsonNode outcome, Instant at) {
    Map<String, String> counts = new LinkedHashMap<>();
    String status = "";
    for (Map.Entry<String, JsonNode> field : outcome.asObject().entrySet()) {
      if (field.getKey().equals(StepOutcome.STATUS)) {
        status = field.getValue().asString();
      } else if (field.getValue().isNumber()) {
        counts.put(field.getKey(), field.getValue().asNumber());
      } else if (field.getValue().isString()) {
        counts.put(field.getKey(), field.getValue().asString());
      }
    }
    step.end(
        status.equals(StepOutcome.SKIPPED) ? StepState.SKIPPED : StepState.SUCCEEDED, at, counts);
  }

  private void close(Instant at) {
    for (StepProgress step : steps.values()) {
      if (step.state() == StepState.RUNNING) {
        boolean failed = failing.contains(step.name());
        step.end(failed ? StepState.FAILED : StepState.ABORTED, at, Map.of());
      }
    }
    failing.clear();
  }
}
