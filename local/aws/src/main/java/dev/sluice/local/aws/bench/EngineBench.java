package dev.sluice.local.aws.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.sluice.local.asl.Engine;
import dev.sluice.local.asl.EngineConfig;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Measures the states language engine by the CPU time of the whole process, JIT and garbage
 * collection included. Prints one line a case: name, CPU seconds, the limit if any, heap in MB.
 */
public final class EngineBench {
  private static final String LOOP =
      """
      {"QueryLanguage": "JSONata", "StartAt": "begin", "States": {
        "begin": {"Type": "Pass", "Assign": {"n": 0}, "Next": "more?"},
        "more?": {"Type": "Choice",
          "Choices": [{"Condition": "{% $n < 1000 %}", "Next": "count"}], "Default": "end"},
        "count": {"Type": "Pass", "Assign": {"n": "{% $n + 1 %}"}, "Next": "more?"},
        "end": {"Type": "Succeed"}}}
      """;

  private static final String MAP =
      """
      {"QueryLanguage": "JSONata", "StartAt": "map", "States": {
        "map": {"Type": "Map", "Label": "map", "Items": "{% [1..ITEMS] %}",
          "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"},
            "StartAt": "pass", "States": {"pass": {"Type": "Pass", "End": true}}},
          "Output": "{% $count($states.result) %}", "End": true}}}
      """;

  private EngineBench() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "engine, %d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    // The first run of all pays for loading classes, as the runtime's first execution does.
    measure("loop of 1,000 Choice and Pass, cold process", LOOP, 0);
    measure("loop of 1,000 Choice and Pass", LOOP, 0.5);
    measure("distributed map, 5,000 EXPRESS children", map(5_000, "EXPRESS"), 2);
    measure("distributed map, 10,000 STANDARD children", map(10_000, "STANDARD"), 6);
  }

  private static String map(int items, String type) {
    return MAP.replace("ITEMS", String.valueOf(items)).replace("TYPE", type);
  }

  private static void measure(String name, String definition, double limit) throws Exception {
    Path directory = Files.createTempDirectory("sluice-bench");
    CountDownLatch end = new CountDownLatch(1);
    EngineConfig config =
        new EngineConfig(
            directory,
            "us-east-1",
            "000000000000",
            List.of(),
            new NoObjects(),
            detail -> {
              if (!detail.path("status").asText().equals("RUNNING")) {
                end.countDown();
              }
            },
            Clock.systemUTC());
    try (Engine engine = new Engine(config)) {
      long before = cpuNanos();
      ObjectNode machine = Json.object().put("name", "bench").put("definition", definition);
      String arn = engine.createOrUpdateStateMachine(machine).path("stateMachineArn").asText();
      ObjectNode start = Json.object().put("stateMachineArn", arn).put("input", "{}");
      String execution = engine.call("StartExecution", start).path("executionArn").asText();
      end.await();
      double seconds = (cpuNanos() - before) / 1e9;
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
      ObjectNode last =
          engine.call("DescribeExecution", Json.object().put("executionArn", execution));
      System.out.printf(
          Locale.ROOT,
          "%-44s %6.2f s CPU %-12s %5d MB heap  %s%n",
          name,
          seconds,
          limit == 0 ? "" : "(limit " + limit + ")",
          used,
          last.path("status").asText());
    } finally {
      delete(directory);
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
