package dev.sluice.console.command;

import dev.sluice.console.json.JsonText;
import dev.sluice.console.progress.Counts;
import dev.sluice.console.progress.ExecutionProgress;
import dev.sluice.console.progress.StepProgress;
import dev.sluice.console.progress.StepState;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** An execution with its steps: a table for people, one JSON object for scripts. */
final class ExecutionView {
  private final String pipeline;
  private final DescribeExecutionResponse execution;
  private final ExecutionProgress progress;
  private final Instant now = Instant.now();

  ExecutionView(String pipeline, DescribeExecutionResponse execution, ExecutionProgress progress) {
    this.pipeline = pipeline;
    this.execution = execution;
    this.progress = progress;
  }

  void print(PrintStream out) {
    out.printf(
        "%s  %s  started %s%s, %d transitions of %s%n",
        execution.name(),
        execution.statusAsString(),
        execution.startDate().truncatedTo(ChronoUnit.SECONDS),
        redriven(),
        progress.transitions(),
        pipeline);
    if (execution.error() != null) {
      out.println(execution.error() + ": " + ErrorText.oneLine(execution.cause()));
    }
    Table table =
        new Table("The execution has no steps.", "step", "state", "seconds", "items", "counts");
    for (StepProgress step : progress.steps()) {
      table.row(
          step.name(),
          step.state().label(),
          ran(step) ? String.format(Locale.ROOT, "%.1f", seconds(step)) : "",
          step.items(),
          Counts.words(step));
    }
    out.print(table.toText());
  }

  private String redriven() {
    int times = redrives();
    return times == 0 ? "" : ", redriven " + (times == 1 ? "once" : times + " times");
  }

  private int redrives() {
    return execution.redriveCount() == null ? 0 : execution.redriveCount();
  }

  private static boolean ran(StepProgress step) {
    return step.state() != StepState.WAITING && step.state() != StepState.SKIPPED;
  }

  private double seconds(StepProgress step) {
    return step.duration(now).toMillis() / 1000.0;
  }

  String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pipeline", pipeline);
    json.put("execution", execution.name());
    json.put("arn", execution.executionArn());
    json.put("status", execution.statusAsString());
    json.put("started", execution.startDate());
    json.put("stopped", execution.stopDate());
    json.put("redrives", redrives());
    json.put("redrivable", "REDRIVABLE".equals(execution.redriveStatusAsString()));
    json.put("transitions", progress.transitions());
    json.put("error", execution.error());
    json.put("cause", execution.cause());
    List<Map<String, Object>> steps = progress.steps().stream().map(this::json).toList();
    json.put("steps", steps);
    return JsonText.of(json);
  }

  private Map<String, Object> json(StepProgress step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", step.name());
    json.put("state", step.state().label());
    json.put("seconds", ran(step) ? (Object) seconds(step) : null);
    json.put("items", step.items().isEmpty() ? null : step.items());
    Map<String, Object> outcome = new LinkedHashMap<>();
    step.outcome()
        .forEach(
            (name, value) ->
                outcome.put(name, value.matches("[0-9]{1,15}") ? Long.valueOf(value) : value));
    json.put("outcome", outcome);
    return json;
  }
}
