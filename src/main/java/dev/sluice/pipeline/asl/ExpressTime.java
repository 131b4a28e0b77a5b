package dev.sluice.pipeline.asl;

import dev.sluice.config.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keeps the children of EXPRESS maps below the five minutes after which Step Functions ends them,
 * whatever they are at: a child that is ended so can neither catch nor retry.
 *
 * <p>Counts the longest way through the states, each of them once and a map's item once, since
 * neither loops nor items are known here. So what passes may still take too long; what is refused
 * would be ended in its worst case.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing
 *     workflow type</a>
 */
public final class ExpressTime {
  private static final int LIMIT_SECONDS = 300;

  private ExpressTime() {}

  /**
   * Looks at every map of a machine.
   *
   * @throws ConfigurationException naming the map, its states with their seconds, and remedies
   */
  public static void check(Map<String, Object> machine) {
    Members.objects(machine, "States").forEach(ExpressTime::checkState);
  }

  private static void checkState(String name, Map<String, Object> state) {
    Members.list(state, "Branches").forEach(ExpressTime::check);
    Map<String, Object> processor = Members.object(state, "ItemProcessor");
    if (processor.isEmpty()) {
      return;
    }
    if ("EXPRESS".equals(Members.object(processor, "ProcessorConfig").get("ExecutionType"))) {
      checkChildren(name, processor);
    }
    check(processor);
  }

  private static void checkChildren(String map, Map<String, Object> processor) {
    List<TaskTime> way = longest(processor);
    int seconds = seconds(way);
    if (seconds > LIMIT_SECONDS) {
      throw new ConfigurationException(
          "the map %s has EXPRESS children, which Step Functions ends after %d s, but they may take %d s: %s. Shorten these functions' timeouts, or make the children STANDARD."
              .formatted(
                  map,
                  LIMIT_SECONDS,
                  seconds,
                  way.stream().map(TaskTime::toString).collect(Collectors.joining(", "))));
    }
  }

  private static List<TaskTime> longest(Map<String, Object> machine) {
    return longest(
        String.valueOf(machine.get("StartAt")), Members.objects(machine, "States"), List.of());
  }

  private static List<TaskTime> longest(
      String name, Map<String, Map<String, Object>> states, List<String> before) {
    Map<String, Object> state = states.getOrDefault(name, Map.of());
    List<String> passed = new ArrayList<>(before);
    passed.add(name);
    List<TaskTime> rest = List.of();
    for (String next : successors(state)) {
      if (!passed.contains(next)) {
        rest = longer(rest, longest(next, states, passed));
      }
    }
    List<TaskTime> way = new ArrayList<>(own(name, state));
    way.addAll(rest);
    return way;
  }

  private static List<TaskTime> own(String name, Map<String, Object> state) {
    if ("Task".equals(state.get("Type"))) {
      return List.of(TaskTime.of(name, state));
    }
    List<TaskTime> inside = List.of();
    for (Map<String, Object> branch : Members.list(state, "Branches")) {
      inside = longer(inside, longest(branch));
    }
    Map<String, Object> processor = Members.object(state, "ItemProcessor");
    return processor.isEmpty() ? inside : longest(processor);
  }

  private static List<String> successors(Map<String, Object> state) {
    List<Object> names = new ArrayList<>();
    names.add(state.get("Next"));
    names.add(state.get("Default"));
    Members.list(state, "Choices").forEach(choice -> names.add(choice.get("Next")));
    Members.list(state, "Catch").forEach(catcher -> names.add(catcher.get("Next")));
    return names.stream().filter(name -> name != null).map(String::valueOf).toList();
  }

  private static List<TaskTime> longer(List<TaskTime> one, List<TaskTime> other) {
    return seconds(other) > seconds(one) ? other : one;
  }

  private static int seconds(List<TaskTime> way) {
    return way.stream().mapToInt(TaskTime::seconds).sum();
  }
}
