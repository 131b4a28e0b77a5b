package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.asl.integration.TaskRequest;
import dev.sluice.local.asl.integration.TaskResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Tasks whose behaviour a test writes down: resource {@code arn:aws:states:::test:NAME}. A task
 * without a script gives its arguments back.
 */
final class ScriptedTasks implements TaskIntegration {
  private final Map<String, Function<TaskRequest, CompletionStage<JsonNode>>> scripts =
      new ConcurrentHashMap<>();
  private final Map<String, TaskResult> results = new ConcurrentHashMap<>();
  private final List<TaskRequest> calls = new CopyOnWriteArrayList<>();

  ScriptedTasks on(String name, Function<TaskRequest, JsonNode> script) {
    scripts.put(name, request -> CompletableFuture.completedFuture(script.apply(request)));
    return this;
  }

  ScriptedTasks onAsync(String name, Function<TaskRequest, CompletionStage<JsonNode>> script) {
    scripts.put(name, script);
    return this;
  }

  /** Says what the results of a task are. */
  ScriptedTasks answering(String name, TaskResult result) {
    results.put(name, result);
    return this;
  }

  static TaskFailure failure(String error, String cause) {
    return new TaskFailure(error, cause);
  }

  List<TaskRequest> calls() {
    return calls;
  }

  long calls(String state) {
    return calls.stream().filter(c -> c.stateName().equals(state)).count();
  }

  @Override
  public boolean handles(String resource) {
    return resource.startsWith("arn:aws:states:::test:") || resource.contains(":function:");
  }

  @Override
  public Optional<TaskResult> result(String resource) {
    return Optional.ofNullable(results.get(resource.replaceFirst("^.*:", "")));
  }

  @Override
  public CompletionStage<JsonNode> run(TaskRequest request) {
    calls.add(request);
    String name = request.resource().replaceFirst("^.*:", "").replaceFirst("\\..*$", "");
    return scripts
        .getOrDefault(name, r -> CompletableFuture.completedFuture(r.arguments()))
        .apply(request);
  }
}
