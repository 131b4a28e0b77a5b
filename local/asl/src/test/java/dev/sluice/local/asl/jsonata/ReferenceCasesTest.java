package dev.sluice.local.asl.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the table is answered as the reference implementation of JSONata answers it. */
class ReferenceCasesTest {
  private static List<Arguments> cases() throws IOException {
    try (InputStream table =
        ReferenceCasesTest.class.getResourceAsStream("/jsonata/reference-cases.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arguments.of((Object[]) line.split("\t")))
          .toList();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void shouldAnswerAsTheReferenceDoes(String source, String input, String expected) {
    assertThat(answer(source, input))
        .as("the answer to %s over %s", source, input)
        .isEqualTo(expected.matches("[A-Z]\\d{4}|undefined") ? expected : canonical(expected));
  }

  private static String answer(String source, String input) {
    JsonNode context = input.isEmpty() ? null : Json.parse(input);
    StatesVariable states = new StatesVariable(Json.object(), null, null, Json::object);
    Scope scope = new Scope(states, new Variables(null));
    try {
      return canonical(Expression.compile(source).evaluate(context, scope, "x").toString());
    } catch (QueryError e) {
      return e.getMessage().contains("(undefined)")
          ? "undefined"
          : e.getMessage().replaceFirst("(?s).*during evaluation. (\\w+): .*", "$1");
    }
  }

  /** Members in one order, and numbers in one notation. */
  private static String canonical(String json) {
    JsonNode node = Json.parse(json);
    return node.isNumber()
        ? String.valueOf(node.doubleValue())
        : Json.MAPPER.convertValue(node, Object.class) instanceof Map<?, ?> map
            ? new TreeMap<>(map).toString()
            : node.toString();
  }
}
