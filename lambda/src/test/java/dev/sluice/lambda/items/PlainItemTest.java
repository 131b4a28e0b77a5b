package dev.sluice.lambda.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.BadInput;
import dev.sluice.lambda.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PlainItemTest {
  @Test
  void shouldKeepEveryDigitOfANumber() {
    assertThat(json(AttributeValue.fromN("12345678901234567890.123456789012345678")))
        .isEqualTo("{\"a\":12345678901234567890.123456789012345678}");
    assertThat(json(AttributeValue.fromN("-0.0001"))).isEqualTo("{\"a\":-0.0001}");
    assertThat(Json.parse(json(AttributeValue.fromN("1E+125"))).asObject().get("a").asNumber())
        .isEqualTo("1E+125");
  }

  @Test
  void shouldSortSets() {
    assertThat(json(AttributeValue.fromSs(List.of("b", "a\"b", "é"))))
        .isEqualTo("{\"a\":[\"a\\\"b\",\"b\",\"é\"]}");
    assertThat(json(AttributeValue.fromNs(List.of("10", "9", "-1.5"))))
        .isEqualTo("{\"a\":[-1.5,9,10]}");
    assertThat(json(AttributeValue.fromBs(List.of(bytes(200, 1), bytes(7)))))
        .isEqualTo("{\"a\":[\"Bw==\",\"yAE=\"]}");
  }

  @Test
  void shouldKeepNestedThingsNestedAndInOrder() {
    AttributeValue nested =
        AttributeValue.fromM(
            Map.of(
                "z", AttributeValue.fromL(List.of(AttributeValue.fromBool(true))),
                "b", AttributeValue.fromB(bytes(0, 255)),
                "n", AttributeValue.fromNul(true)));

    assertThat(json(nested)).isEqualTo("{\"a\":{\"b\":\"AP8=\",\"n\":null,\"z\":[true]}}");
  }

  @Test
  void shouldKeepLineBreaksInsideOneLine() {
    assertThat(json(AttributeValue.fromS("a\nb"))).isEqualTo("{\"a\":\"a\\nb\"}");
  }

  @Test
  void shouldBringKeysBackAsTheyWere() {
    Map<String, AttributeValue> key =
        Map.of(
            "id", AttributeValue.fromS("a\"b"),
            "at", AttributeValue.fromN("12345678901234567890.5"),
            "hash", AttributeValue.fromB(bytes(0, 255)));

    assertThat(StartKey.of(Json.parse(Json.text(StartKey.toJson(key))))).isEqualTo(key);
  }

  @Test
  void shouldRefuseAKeyThatIsNone() {
    assertThatThrownBy(() -> StartKey.of(Json.parse("\"17\"")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("startKey");
    assertThatThrownBy(() -> StartKey.of(Json.parse("{\"id\":{\"X\":1}}")))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("startKey.id");
  }

  private static String json(AttributeValue value) {
    return Json.text(PlainItem.of(Map.of("a", value)));
  }

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
  }
}
