package dev.sluice.pipeline.model;

import dev.sluice.core.plan.RunInput;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with an execution's input, as JSONata that finds all mistakes at once. */
record PlanProblems(StepGraph graph, List<Parameter> parameters) {

  /** An array of sentences, empty for good input. Never fails, however wrong the input. */
  String jsonata() {
    Map<String, Object> limits = new LinkedHashMap<>();
    parameters.forEach(p -> limits.put(p.name(), Json.object("min", p.min(), "max", p.max())));
    return """
        (
          $steps := %s;
          $limits := %s;
          $keyNames := %s;
          $selectors := $filter($keyNames, function($key) { $key != 'parameters' });
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
          $checkKey := function($key, $value) {
            $key in $keyNames or $key = 'Comment' ? []
              : $not($key in $steps) ? ['unknown key "' & $show($key) & '"; valid keys: '
                & $join($keyNames, ', ') & ', or names of steps']
              : $type($value) = 'boolean' ? []
              : [$key & ' must be true or false, found ' & $what($value)]
          };
          $checkKeys := function($input) {
            $collect([$keys($input)], function($key) { $checkKey($key, $lookup($input, $key)) })
          };
          $named := function($input) {
            [$filter([$keys($input)], function($key) { $key in $steps })]
          };
          $checkNamed := function($input) {(
            $named := $named($input);
            $count($named) = 0 or $reduce($named, function($any, $step) {
              $any or $type($lookup($input, $step)) != 'boolean' or $lookup($input, $step)
            }, false) ? []
              : ['no step is true; in the short form exactly the steps that are true run']
          )};
          $checkSelectors := function($input) {(
            $given := $append(
              [$filter($selectors, function($key) { $exists($lookup($input, $key)) })],
              $count($named($input)) > 0 ? ['names of steps'] : []);
            $count($given) < 2 ? []
              : ['more than one selector: ' & $join($given, ', ') & '; give at most one of '
                & $join($selectors, ', ') & ' or names of steps']
          )};
          $input := $states.input;
          $type($input) != 'object'
            ? ['the input must be a JSON object, found ' & $type($input)]
            : $reduce([
              [$checkKeys($input)],
              [$checkSelectors($input)],
              [$checkNamed($input)],
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
        .formatted(
            Jsonata.literal(graph.steps()),
            Jsonata.literal(limits),
            Jsonata.literal(RunInput.KEYS),
            validParameters());
  }

  private String validParameters() {
    return parameters.isEmpty()
        ? "this pipeline has none"
        : "valid parameters: "
            + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
