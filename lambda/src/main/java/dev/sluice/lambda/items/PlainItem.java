package dev.sluice.lambda.items;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as plain JSON that Spark reads without knowing DynamoDB: numbers are JSON numbers with
 * all their digits, sets are sorted arrays, binary is Base64, NULL is null. Attributes come in the
 * order of their names, so that the same item is always the same line.
 */
final class PlainItem {
  private PlainItem() {}

  static Map<String, Object> of(Map<String, AttributeValue> item) {
    Map<String, Object> plain = new TreeMap<>();
    item.forEach((name, value) -> plain.put(name, of(value)));
    return plain;
  }

  private static Object of(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> new BigDecimal(value.n());
      case B -> base64(value.b());
      case BOOL -> value.bool();
      case NUL -> null;
      case M -> of(value.m());
      case L -> value.l().stream().map(PlainItem::of).toList();
      case SS -> value.ss().stream().sorted().toList();
      case NS -> value.ns().stream().map(BigDecimal::new).sorted().toList();
      case BS ->
          value.bs().stream()
              .sorted((left, right) -> Arrays.compareUnsigned(bytes(left), bytes(right)))
              .map(PlainItem::base64)
              .toList();
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("an attribute has a type that this SDK does not know");
    };
  }

  private static byte[] bytes(SdkBytes value) {
    return value.asByteArrayUnsafe();
  }

  private static String base64(SdkBytes value) {
    return Base64.getEncoder().encodeToString(bytes(value));
  }
}
