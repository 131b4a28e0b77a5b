package dev.sluice.pipeline;

import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.asl.State;
import dev.sluice.pipeline.asl.States;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first states of a machine: they turn the execution's input into the variables {@code $plan}
 * (step name to whether it runs) and {@code $parameters}, or refuse the input before anything ran.
 *
 * <p>Besides what users write, a {@code Comment} is accepted and ignored: AWS's console offers one
 * as the input of every execution.
 *
 * <p>All in JSONata: no function to start, nothing to pay for, nothing that could be throttled.
 */
final class RunPlan {
  static final String FIRST = "plan";
  private static final String ACCEPTED = "plan accepted?";
  private static final String REFUSED = "plan refused";

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
    variables.put("problems", problems());
    return new States()
        .add(FIRST, State.pass().assign(variables).output("{}").next(ACCEPTED))
        .add(ACCEPTED, State.choice().when("$count($problems) = 0", next).otherwise(REFUSED))
        .add(REFUSED, State.fail("InvalidInput", Jsonata.expression(cause())));
  }

  /** Step name to boolean. Never fails, however wrong the input: {@link #problems} says so. */
  String plan() {
    Map<String, Object> from = new LinkedHashMap<>();
    graph.steps().forEach(step -> from.put(step, graph.from(step)));
    return """
        (
          $in := $type($states.input) = 'object' ? $states.input : {};
          $steps := %s;
          $from := %s;
          $flags := $type($in.steps) = 'object' ? $in.steps : {};
          $wanted := function($step) {
            $exists($in.only) ? $step in $append(['guard'], $in.only) :
            $type($in.from) = 'string' ? $step in $append(['guard'], $lookup($from, $in.from)) :
            $exists($in.skip) ? $not($step in $in.skip) :
            $not($string($lookup($flags, $step)) = 'false')
          };
          $merge($map($steps, function($step) { {$step: $wanted($step)} }))
        )
        """
        .formatted(Jsonata.literal(graph.steps()), Jsonata.literal(from));
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

  /** An array of sentences, empty for good input. Never fails, however wrong the input. */
  String problems() {
    Map<String, Object> limits = new LinkedHashMap<>();
    parameters.forEach(p -> limits.put(p.name(), Json.object("min", p.min(), "max", p.max())));
    return """
        (
          $steps := %s;
          $limits := %s;
          $keyNames := ['steps', 'only', 'from', 'skip', 'parameters'];
          $selectors := ['steps', 'only', 'from', 'skip'];
          $show := function($value) { $substring($string($value), 0, 60) };
          $what := function($value) {
            $type($value) = 'null' ? 'null' : $type($value) & ' ' & $show($value)
          };
          $collect := function($values, $check) {
            $reduce($values, function($found, $value) { $append($found, $check($value)) }, [])
          };
          $checkStep := function($name, $where) {
            $type($name) = 'string'
              ? ($name in $steps ? [] : ['unknown step "' & $show($name) & '" in ' & $where])
              : [$where & ' must hold names of steps, found ' & $what($name)]
          };
          $checkList := function($value, $where) {
            $type($value) != 'array'
              ? [$where & ' must be a list of step names, found ' & $type($value)]
              : $count($value) = 0 ? [$where & ' names no step']
              : $collect($value, function($name) { $checkStep($name, $where) })
          };
          $checkFlags := function($flags) {
            $type($flags) != 'object'
              ? ['steps must be an object of step names and true or false, found ' & $type($flags)]
              : $collect([$keys($flags)], function($name) {(
                $flag := $lookup($flags, $name);
                $append($checkStep($name, 'steps'), $type($flag) = 'boolean' ? []
                  : ['steps.' & $show($name) & ' must be true or false, found ' & $what($flag)])
              )})
          };
          $checkParameter := function($name, $value) {(
            $limit := $lookup($limits, $name);
            $not($exists($limit))
              ? ['unknown parameter "' & $show($name) & '"; %s']
              : $type($value) != 'number'
              ? ['parameter ' & $name & ' must be a whole number, found ' & $what($value)]
              : $value < $limit.min or $value > $limit.max or $value != $floor($value)
              ? ['parameter ' & $name & ' is ' & $string($value) & '; allowed: a whole number from '
                & $string($limit.min) & ' to ' & $string($limit.max)]
              : []
          )};
          $checkParameters := function($given) {
            $type($given) != 'object'
              ? ['parameters must be an object of names and values, found ' & $type($given)]
              : $collect([$keys($given)], function($name) {
                $checkParameter($name, $lookup($given, $name))
              })
          };
          $checkKeys := function($input) {
            $collect([$keys($input)], function($key) {
              $key in $keyNames or $key = 'Comment' ? []
                : ['unknown key "' & $show($key) & '"; valid keys: ' & $join($keyNames, ', ')]
            })
          };
          $checkSelectors := function($input) {(
            $given := [$filter($selectors, function($key) { $exists($lookup($input, $key)) })];
            $count($given) < 2 ? []
              : ['more than one selector: ' & $join($given, ', ') & '; give at most one of '
                & $join($selectors, ', ')]
          )};
          $input := $states.input;
          $type($input) != 'object'
            ? ['the input must be a JSON object, found ' & $type($input)]
            : $reduce([
              [$checkKeys($input)],
              [$checkSelectors($input)],
              [$exists($input.only) ? $checkList($input.only, 'only') : []],
              [$exists($input.skip) ? $checkList($input.skip, 'skip') : []],
              [$exists($input.from)
                ? ($type($input.from) = 'string' ? $checkStep($input.from, 'from')
                  : ['from must be the name of one step, found ' & $type($input.from)])
                : []],
              [$exists($input.steps) ? $checkFlags($input.steps) : []],
              [$exists($input.parameters) ? $checkParameters($input.parameters) : []]
            ], $append, [])
        )
        """
        .formatted(Jsonata.literal(graph.steps()), Jsonata.literal(limits), validParameters());
  }

  private String validParameters() {
    return parameters.isEmpty()
        ? "this pipeline has none"
        : "valid parameters: "
            + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  private String cause() {
    // A cause has at most 32,768 characters; a hundred mistakes say no more than the first few.
    return "'Nothing ran: ' & $substring($join($problems, '; '), 0, 8000) & %s"
        .formatted(Jsonata.literal(". Valid steps: " + String.join(", ", graph.steps()) + "."));
  }
}
