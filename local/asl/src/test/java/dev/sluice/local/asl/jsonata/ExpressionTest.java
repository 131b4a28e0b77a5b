package dev.sluice.local.asl.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final JsonNode INPUT =
      Json.parse(
          """
          {"a": [1, 2, 3], "o": {"x": null, "y": "é"}, "n": 9007199254740993, "big": 12345678901234567890, "d": 1.0, "e": [],
           "rows": [{"k": "b", "v": 1}, {"k": "a", "v": 2.5}, {"k": "b", "v": 3}]}
          """);

  private static JsonNode evaluate(String source) {
    Variables variables = new Variables(null);
    variables.assign(Map.of("v", Json.parse("{\"w\": [true]}")));
    StatesVariable states =
        new StatesVariable(INPUT, null, null, () -> Json.parse("{\"Execution\": {\"Id\": \"e\"}}"));
    return Expression.compile(source).evaluate(new Scope(states, variables), "Output");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "$states.input.a | [1,2,3]",
        "$states.input.a[0] | 1",
        "$sum($states.input.a) | 6",
        "$states.input.o.x | null",
        "$states.input.o | {\"x\":null,\"y\":\"é\"}",
        "$states.input.n | 9007199254740993",
        "$states.input.d = 1 | true",
        "$states.input.e | []",
        "$count($states.input.e) | 0",
        "$states.context.Execution.Id | \"e\"",
        "$v.w | [true]",
        "$v | {\"w\":[true]}",
        "$states.input.rows[k='b'].v | [1,3]",
        "$states.input.rows^(k).v | [2.5,1,3]",
        "$states.input.rows{k: $sum(v)} | {\"b\":4,\"a\":2.5}",
        "$merge([$states.input.o, {'z': 1}]) | {\"x\":null,\"y\":\"é\",\"z\":1}",
        "$map($states.input.a, function($x) { $x * 2 }) | [2,4,6]",
        "$append($states.input.a, [4]) | [1,2,3,4]",
        "$sort($states.input.a, function($l, $r) { $l < $r }) | [3,2,1]",
        "$keys($states.input.o) | [\"x\",\"y\"]",
        "$exists($nothing) | false",
        "$string($states.input.o) | \"{\\\"x\\\":null,\\\"y\\\":\\\"é\\\"}\"",
        "1 / 3 | 0.3333333333333333",
        "10 / 2 | 5",
        "null | null",
        "[1..3] | [1,2,3]",
        "{'a': $nothing, 'b': 1} | {\"b\":1}",
        "$partition([1,2,3,4,5], 2) | [[1,2],[3,4],[5]]",
        "$range(1, 9, 4) | [1,5,9]",
        "$range(3, 1, -1) | [3,2,1]",
        "$parse('{\"q\": [1]}') | {\"q\":[1]}",
        "$parse('{\"q\": [1]}').q[0] | 1",
        "$hash('abc', 'SHA-1') | \"a9993e364706816aba3e25717850c26c9cd0d89d\"",
        "$random(42) | 0.7275636800328681",
        "$range(1, 9, 9) | 1",
        "$range(-1.7, 2.9, 1) | [-1,0,1,2]",
        "$partition([1,2,3,4,5], 2.9) | [[1,2],[3,4],[5]]",
        "$states.input.big | 12345678901234567890",
        "{'id': $states.input.big, 'of': [$states.input.n]} |"
            + " {\"id\":12345678901234567890,\"of\":[9007199254740993]}",
        "'id-' & $states.input.big | \"id-12345678901234567890\"",
        "$string($states.input.n) | \"9007199254740993\"",
        "$clone($states.input).big | 12345678901234567890",
        "$merge([{'n': $states.input.n}, {'m': 2}]) | {\"n\":9007199254740993,\"m\":2}",
        "[9007199254740993, 12345678901234567890, 9007199254740992, 1e20] |"
            + " [9007199254740993,12345678901234567890,9007199254740992,1.0E20]",
        "$number('9007199254740993') | 9007199254740993",
        "$number('0x1f') + $number('1.5') | 32.5",
        "$map([1, true, null], $string) | [\"1\",\"true\",\"null\"]",
        "$type($states.input.n) & $exists($states.input.big) | \"numbertrue\"",
        "$states.input.rows^(k).v | [2.5,1,3]",
        "$parse('{\"q\": 12345678901234567890}').q | 12345678901234567890",
        "$states.input.e{x: y} | {}",
        "$split('a😀b', '') | [\"a\",\"😀\",\"b\"]",
        "$replace('abab', 'a', function($m) { $m.match & '!' }) | \"a!ba!b\"",
        "$random() < 1 | true",
        "$length($uuid()) | 36",
      })
  void shouldEvaluate(String source, String expected) {
    assertThat(Json.text(evaluate(source.strip()))).isEqualTo(expected.strip());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "$states.input.none | returned nothing (undefined)",
        "$states.input.none & 'x' = 'y' ? 1 | returned nothing (undefined)",
        "$number('x') | threw an error during evaluation",
        "1 + 'x' | threw an error during evaluation. T2002",
        "$error('my words') | my words",
        "$eval('1') | T1006",
        "$hash('a', 'CRC') | $hash knows MD5",
        "$partition([1], -1) | must be 1 or more",
        "$partition([1], 0) | returned nothing (undefined)",
        "$partition([], 2) | returned nothing (undefined)",
        "$range(1, 2, 0) | returned nothing (undefined)",
        "$range(1, 9, -1) | returned nothing (undefined)",
        "$range(1, 9) | returned nothing (undefined)",
        "$range(1, 360146, 1) | memory limit exceeded",
        "$abs('x') | T0410: Argument 1 of function \"abs\" does not match function signature",
        "9007199254740993 + 1 | The number 9007199254740993 has more digits",
        "$states.input.n in [1] | The number 9007199254740993 has more digits",
        "$hash('a') | returned nothing (undefined)",
        "$states.input.n + 1 | 9007199254740993 has more digits than JSONata calculates with",
        "$states.input.big * 2 | 12345678901234567890 has more digits",
        "$sum([$states.input.big]) | 12345678901234567890 has more digits",
        "$states.input.n = 9007199254740992 | 9007199254740993 has more digits",
        "$parse('{') | threw an error",
        "($f := function($n) { 1 + $f($n) }; $f(1)) | threw an error during evaluation",
        "function($x) { $x } | is a function",
        "1 / 0 | threw an error during evaluation",
      })
  void shouldSayWhatWentWrong(String source, String problem) {
    assertThatThrownBy(() -> evaluate(source.strip()))
        .isInstanceOf(QueryError.class)
        .hasMessageContaining(problem.strip())
        .hasMessageContaining("specified for the field 'Output'");
  }

  @Test
  void shouldNotChangeWhatItReads() {
    JsonNode before = INPUT.deepCopy();
    JsonNode changed = evaluate("$states.input ~> |$|{'a': 0}, ['rows', 'e', 'n', 'big', 'o']|");
    assertThat(Json.text(changed)).isEqualTo("{\"a\":0,\"d\":1}");
    evaluate("$append($states.input.a, $states.input.rows) ~> $reverse() ~> $shuffle()");
    evaluate("$states.input ~> |rows|{'v': 0}|");
    assertThat(INPUT).isEqualTo(before);
  }

  @Test
  void shouldKeepNullsAndDigitsInATransform() {
    assertThat(Json.text(evaluate("$states.input ~> |o|{'z': 1}, 'y'| ~> |$|{}, ['a', 'rows']|")))
        .isEqualTo(
            "{\"o\":{\"x\":null,\"z\":1},\"n\":9007199254740993,\"big\":12345678901234567890,"
                + "\"d\":1,\"e\":[]}");
    assertThat(evaluate("($states.input.o ~> |$|{}|).x = null").booleanValue()).isTrue();
  }

  @Test
  void shouldTellTheTimeOfTheEvaluation() throws InterruptedException {
    StatesVariable states = new StatesVariable(INPUT, null, null, Json::object);
    Scope scope = new Scope(states, new Variables(null));
    Expression both = Expression.compile("[$millis(), $toMillis($now())]");
    long first = both.evaluate(scope, "x").get(0).longValue();
    Thread.sleep(20);
    JsonNode second = both.evaluate(scope, "x");
    assertThat(second.get(0).longValue()).isGreaterThanOrEqualTo(first + 20);
    assertThat(second.get(1)).isEqualTo(second.get(0));
    assertThat(evaluate("$now('[Y0001]')").textValue()).matches("\\d{4}");
  }

  @Test
  void shouldServeSeveralThreadsAtOnce() throws Exception {
    Expression expression = Expression.compile("$sum($states.input.($ * $w))");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 400)
              .<Callable<Boolean>>mapToObj(n -> () -> sum(expression, n) == 6.0 * n)
              .toList();
      for (var result : pool.invokeAll(calls)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static double sum(Expression expression, int factor) {
    ArrayNode input = Json.array().add(1).add(2).add(3);
    Variables variables = new Variables(null);
    variables.assign(Map.of("w", Json.MAPPER.getNodeFactory().numberNode(factor)));
    StatesVariable states = new StatesVariable(input, null, null, Json::object);
    return expression.evaluate(new Scope(states, variables), "x").doubleValue();
  }

  @Test
  void shouldSayWhereTheSyntaxIsWrong() {
    assertThatThrownBy(() -> Expression.compile("$a ["))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("character");
  }
}
