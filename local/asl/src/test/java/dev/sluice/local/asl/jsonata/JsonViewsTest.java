package dev.sluice.local.asl.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library's functions treat views as they treat the maps and lists that they were made for. */
class JsonViewsTest {
  private static final JsonNode INPUT =
      Json.parse(
          """
          {"o": {"x": 1, "y": {"z": "t"}}, "a": [3, 1, 2, 3], "s": ["b", "a"], "one": [5],
           "rows": [{"k": "b", "v": 1, "t": ["p"]}, {"k": "a", "v": 2, "t": ["q", "r"]}],
           "nest": [[1, 2], [3]], "t": "text", "b": true}
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input",
        "$states.input.one",
        "$states.input.nest",
        "$states.input.nest[0]",
        "$states.input.nest[0][1]",
        "$states.input.rows.t",
        "$states.input.rows.t[0]",
        "$states.input.rows[0].t",
        "$states.input.rows[-1]",
        "$states.input.rows[v>1]",
        "$states.input.rows#$i.{'i': $i, 'k': k}",
        "$states.input.rows@$r.($r.k & $r.v)",
        "$states.input.rows.{k: v}",
        "$states.input.rows{k: v}",
        "$states.input.**.z",
        "$states.input.*",
        "$states.input.o.*",
        "$states.input.rows.%.t",
        "[$states.input.a, 4]",
        "[$states.input.one]",
        "$states.input.one[]",
        "$states.input.a[[0..1]]",
        "$keys($states.input.o)",
        "$keys($states.input.rows)",
        "$lookup($states.input.o, 'x')",
        "$lookup($states.input.rows, 'k')",
        "$spread($states.input.o)",
        "$spread($states.input.rows)",
        "$merge([$states.input.o, {'q': 2}])",
        "$merge($states.input.rows)",
        "$sift($states.input.o, function($v, $k) { $k = 'x' })",
        "$each($states.input.o, function($v, $k) { $k })",
        "$map($states.input.rows, function($r, $i, $all) { $r.v + $i + $count($all) })",
        "$filter($states.input.rows, function($r) { $r.k = 'a' })",
        "$single($states.input.rows, function($r) { $r.k = 'a' })",
        "$reduce($states.input.a, function($l, $r) { $l + $r }, 10)",
        "$zip($states.input.a, $states.input.s)",
        "$append($states.input.one, $states.input.rows)",
        "$append($states.input.o, $states.input.t)",
        "$reverse($states.input.rows)",
        "$sort($states.input.a)",
        "$sort($states.input.s)",
        "$distinct($states.input.a)",
        "$distinct($append($states.input.rows, $states.input.rows))",
        "$count($states.input.one)",
        "$count($states.input.o)",
        "$max($states.input.a)",
        "$average($states.input.a)",
        "$sum($states.input.rows.v)",
        "$join($states.input.s, '-')",
        "$string($states.input.rows)",
        "$string($states.input.o, true)",
        "$type($states.input.o) & $type($states.input.a) & $type($states.input.t)",
        "$boolean($states.input.o)",
        "$boolean($states.input.a)",
        "$not($states.input.one)",
        "$exists($states.input.o.x)",
        "$clone($states.input.o)",
        "$states.input.o = {'x': 1, 'y': {'z': 't'}}",
        "$states.input.one = [5]",
        "3 in $states.input.a",
        "$states.input.o ~> |y|{'z': 'u'}|",
        "$states.input ~> |rows|{'n': v + 1}, 't'|",
        "$states.input.rows^(>v).k",
        "($x := $states.input.a; $x[0] + $x[1])",
        "$states.input.o.y ~> $keys()",
        "$states.input.(t & b)",
      })
  void shouldLookLikePlainValues(String source) {
    StatesVariable states = new StatesVariable(INPUT, null, null, Json::object);
    Scope scope = new Scope(states, new Variables(null));
    JsonNode viewed;
    try {
      viewed = Expression.compile(source).evaluate(scope, "x");
    } catch (QueryError e) {
      viewed = null;
    }
    assertThat(viewed).isEqualTo(plain(source));
  }

  private static JsonNode plain(String source) {
    Jsonata expression = Jsonata.jsonata(source);
    expression.setOutputConvertNulls(false);
    Jsonata.Frame frame = expression.createFrame();
    Object input = Json.MAPPER.convertValue(INPUT, Map.class);
    frame.bind("states", Map.of("input", input));
    try {
      return JsonViews.toJson(expression.evaluate(null, frame));
    } catch (RuntimeException e) {
      return null;
    }
  }
}
