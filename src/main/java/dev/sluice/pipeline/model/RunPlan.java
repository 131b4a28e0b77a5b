package dev.sluice.pipeline.model;

import dev.sluice.core.plan.RunInput;
import dev.sluice.core.plan.StateName;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first states of a machine: they turn the execution's input into the variables {@code $plan}
 * (step name to whether it runs) and {@code $parameters}, or refuse the input before anything ran.
 *
 * <p>An input is empty, or has one of the selectors {@code steps}, {@code only}, {@code from},
 * {@code skip}, or is the short form: names of steps and true or false, of which exactly the true
 * ones run. {@code parameters} may stand beside each of them.
 *
 * <p>Besides what users write, a {@code Comment} is accepted and ignored: AWS's console offers one
 * as the input of every execution.
 *
 * <p>All in JSONata: no function to start, nothing to pay for, nothing that could be throttled.
 */
final class RunPlan {
  private final StepGraph graph;
  private final List<Parameter> parameters;

  RunPlan(StepGraph graph, List<Parameter> parameters) {
    this.graph = graph;
    this.parameters = parameters;
  }

  States states(String next) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("plan", plan());
    variables.put("parameters", values());
    variables.put("problems", new PlanProblems(graph, parameters).jsonata());
    return new States()
        .add(
            StateName.PLAN,
            State.pass().assign(variables).output("{}").next(StateName.PLAN_ACCEPTED))
        .add(
            StateName.PLAN_ACCEPTED,
            State.choice().when("$count($problems) = 0", next).otherwise(StateName.PLAN_REFUSED))
        .add(StateName.PLAN_REFUSED, State.fail(RunInput.REFUSED, Jsonata.expression(cause())));
  }

  /** Step name to boolean. Never fails, however wrong the input: {@link PlanProblems} says so. */
  String plan() {
    Map<String, Object> from = new LinkedHashMap<>();
    graph.steps().forEach(step -> from.put(step, graph.from(step)));
    return """
        (
          $in := $type($states.input) = 'object' ? $states.input : {};
          $guard := %s;
          $steps := %s;
          $from := %s;
          $flags := $type($in.steps) = 'object' ? $in.steps : {};
          $named := [$filter([$keys($in)], function($key) { $key in $steps })];
          $wanted := function($step) {
            $exists($in.only) ? $step in $append([$guard], $in.only) :
            $type($in.from) = 'string' ? $step in $append([$guard], $lookup($from, $in.from)) :
            $exists($in.skip) ? $not($step in $in.skip) :
            $count($named) > 0 ? $string($lookup($in, $step)) = 'true' :
            $not($string($lookup($flags, $step)) = 'false')
          };
          $merge($map($steps, function($step) { {$step: $wanted($step)} }))
        )
        """
        .formatted(
            Jsonata.literal(RunInput.GUARD), Jsonata.literal(graph.steps()), Jsonata.literal(from));
  }

  /** Parameter name to value. */
  String values() {
    if (parameters.isEmpty()) {
      return "{}";
    }
    Map<String, Object> defaults = new LinkedHashMap<>();
    parameters.forEach(p -> defaults.put(p.name(), p.defaultValue()));
    return """
        (
          $given := $type($states.input) = 'object' ? $states.input.parameters : {};
          $merge([%s, $type($given) = 'object' ? $given : {}])
        )
        """
        .formatted(Jsonata.literal(defaults));
  }

  private String cause() {
    // A cause has at most 32,768 characters; a hundred mistakes say no more than the first few.
    return "'Nothing ran: ' & $substring($join($problems, '; '), 0, 8000) & %s"
        .formatted(Jsonata.literal(". Valid steps: " + String.join(", ", graph.steps()) + "."));
  }
}
