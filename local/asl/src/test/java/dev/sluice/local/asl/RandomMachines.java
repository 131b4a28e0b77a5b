package dev.sluice.local.asl;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.Random;

/**
 * State machines of random structure whose data is one number, and whose output follows from their
 * input alone.
 */
final class RandomMachines {
  private final Random random;
  private int names;

  RandomMachines(long seed) {
    random = new Random(seed);
  }

  String machine() {
    return block(2).put("QueryLanguage", "JSONata").toString();
  }

  private ObjectNode block(int depth) {
    ObjectNode block = Json.object();
    int count = 1 + random.nextInt(3);
    String[] all = new String[count + 1];
    for (int i = 0; i < count; i++) {
      all[i] = "s" + names++;
    }
    block.put("StartAt", all[0]);
    ObjectNode states = block.putObject("States");
    for (int i = 0; i < count; i++) {
      add(states, all[i], all[i + 1], depth);
    }
    return block;
  }

  private void add(ObjectNode states, String name, String next, int depth) {
    switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> pass(states, name, next);
      case 1 -> task(states, name, next, "add", depth);
      case 2 -> task(states, name, next, "once", depth);
      case 3 -> caught(states, name, next);
      case 4 -> choice(states, name, next);
      case 5 -> parallel(states, name, next, depth);
      case 6 -> map(states, name, next, depth, null);
      default -> map(states, name, next, depth, random.nextBoolean() ? "EXPRESS" : "STANDARD");
    }
  }

  private static ObjectNode state(ObjectNode states, String name, String type, String next) {
    ObjectNode state = states.putObject(name).put("Type", type);
    return next == null ? state.put("End", true) : state.put("Next", next);
  }

  private void pass(ObjectNode states, String name, String next) {
    String then = name + "b";
    state(states, name, "Pass", then).putObject("Assign").put(name, "{% $states.input %}");
    state(states, then, "Pass", next).put("Output", "{% ($" + name + " * 3 + 1) % 1000 %}");
  }

  private void task(ObjectNode states, String name, String next, String script, int depth) {
    ObjectNode task = state(states, name, "Task", next);
    task.put("Resource", "arn:aws:states:::test:" + script);
    task.put("Arguments", "{% {'n': $states.input, 'name': '" + name + "'} %}");
    // Without a Retry of its own the failure is that of the Parallel or Map around it.
    if (depth == 2 || random.nextBoolean()) {
      retried(task);
    }
  }

  private static void retried(ObjectNode state) {
    ObjectNode retry = state.putArray("Retry").addObject().put("MaxAttempts", 20);
    retry.putArray("ErrorEquals").add("States.ALL");
  }

  private void caught(ObjectNode states, String name, String next) {
    ObjectNode task = state(states, name, "Task", name + "never");
    task.put("Resource", "arn:aws:states:::test:bad");
    ObjectNode handler = task.putArray("Catch").addObject().put("Next", name + "caught");
    handler.putArray("ErrorEquals").add("States.ALL");
    handler.put("Output", "{% $length($states.errorOutput.Error) + $states.input %}");
    state(states, name + "never", "Pass", name + "caught");
    state(states, name + "caught", "Wait", next).put("Seconds", 0);
  }

  private void choice(ObjectNode states, String name, String next) {
    ObjectNode choice = states.putObject(name).put("Type", "Choice").put("Default", name + "odd");
    choice
        .putArray("Choices")
        .addObject()
        .put("Condition", "{% $states.input % 2 = 0 %}")
        .put("Next", name + "even");
    state(states, name + "even", "Pass", next).put("Output", "{% $states.input + 11 %}");
    state(states, name + "odd", "Wait", next).put("Seconds", 1);
  }

  private void parallel(ObjectNode states, String name, String next, int depth) {
    ObjectNode parallel = state(states, name, "Parallel", next);
    retried(parallel);
    ArrayNode branches = parallel.putArray("Branches");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      branches.add(block(depth - 1));
    }
    parallel.put("Output", "{% $sum($states.result) % 1000 %}");
  }

  private void map(ObjectNode states, String name, String next, int depth, String type) {
    ObjectNode map = state(states, name, "Map", next);
    retried(map);
    map.put("Items", "{% [$states.input, $states.input + 1, 5] %}");
    map.put("Output", "{% $sum($states.result) % 1000 %}");
    map.put("MaxConcurrency", random.nextInt(3));
    // An EXPRESS child cannot have a distributed map.
    ObjectNode processor = block("EXPRESS".equals(type) ? 0 : depth - 1);
    if (type != null) {
      map.put("Label", name);
      processor.putObject("ProcessorConfig").put("Mode", "DISTRIBUTED").put("ExecutionType", type);
    }
    map.set("ItemProcessor", processor);
  }
}
