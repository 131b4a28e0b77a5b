package dev.sluice.lambda.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.BadInput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void shouldWriteMapsInTheirOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1L);
    map.put("a", Arrays.asList("ü\n", null, true));
    map.put("n", new BigDecimal("1.50"));

    assertThat(Json.text(map)).isEqualTo("{\"z\":1,\"a\":[\"ü\\n\",null,true],\"n\":1.50}");
  }

  @Test
  void shouldWriteBackWhatItParsed() {
    String json = "{\"a\":[1,2.5,-3e7,\"x\",true,null,{\"b\":{}}]}";

    assertThat(Json.text(Json.parse(json))).isEqualTo(json);
  }

  @Test
  void shouldKeepEveryCharacter() {
    String text = "ü日本😀\u0000\u2028\"\\";

    assertThat(Json.parse(Json.bytes(text)).asString()).isEqualTo(text);
  }

  @Test
  void shouldNameAFieldThatIsMissing() {
    Fields fields = Fields.of("the input", Json.parse("{\"datset\":\"sales\",\"n\":1.5}"));

    assertThatThrownBy(() -> fields.string("dataset"))
        .isInstanceOf(BadInput.class)
        .hasMessage("the input has no 'dataset', expected a string; it has [datset, n]");
    assertThatThrownBy(() -> fields.number("n"))
        .hasMessage("the input.n: found '1.5', expected a whole number");
    assertThatThrownBy(() -> fields.object("datset"))
        .hasMessage("the input.datset: found 'sales', expected an object");
  }

  @Test
  void shouldTakeNullForAbsent() {
    Fields fields = Fields.of("the input", Json.parse("{\"a\":null,\"b\":[{\"c\":3}]}"));

    assertThat(fields.has("a")).isFalse();
    assertThat(fields.optionalString("a")).isEmpty();
    assertThat(fields.number("a", 7)).isEqualTo(7);
    assertThat(fields.objects("b")).extracting(f -> f.number("c")).isEqualTo(List.of(3L));
  }

  @Test
  void shouldRefuseWhatIsNoObject() {
    assertThatThrownBy(() -> Fields.of("the input", Json.parse("[1]")))
        .isInstanceOf(BadInput.class)
        .hasMessage("the input: found an array, expected an object");
  }
}
