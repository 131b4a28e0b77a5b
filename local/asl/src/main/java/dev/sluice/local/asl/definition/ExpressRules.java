package dev.sluice.local.asl.definition;

/**
 * What AWS refuses in EXPRESS executions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">AWS,
 *     Choosing workflow type</a>
 */
final class ExpressRules {
  private ExpressRules() {}

  static void check(Fields processor, Block block) {
    for (State state : block.states().values()) {
      String path = "States/" + state.name();
      if (state instanceof TaskState task && task.resource() != null && waits(task.resource())) {
        processor.problem(
            path + "/Resource", "Express state machine does not support " + what(task));
      } else if (state instanceof MapState map) {
        if (map.distributed() != null) {
          processor.problem(
              path,
              "Express state machine does not support a Map in DISTRIBUTED mode: use STANDARD");
        } else if (map.processor() != null) {
          check(processor, map.processor());
        }
      } else if (state instanceof ParallelState parallel) {
        parallel.branches().forEach(branch -> check(processor, branch));
      }
    }
  }

  private static String what(TaskState task) {
    return task.activity()
        ? "Activity ARN"
        : "'"
            + task.resource().substring(task.resource().lastIndexOf('.'))
            + "' service integration";
  }

  private static boolean waits(String resource) {
    return resource.endsWith(".waitForTaskToken")
        || resource.endsWith(".sync")
        || resource.endsWith(".sync:2")
        || resource.contains(":activity:");
  }
}
