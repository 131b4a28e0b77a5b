package dev.sluice.lambda.summary;

import dev.sluice.core.function.Counted;
import dev.sluice.core.function.ErrorName;
import dev.sluice.lambda.json.Json;
import dev.sluice.lambda.notify.Reason;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Adds up the numbers in the outputs of a map's children. A child whose output is a list (items
 * that it handled one by one) counts with all of them. Not thread-safe.
 */
final class Tally {

  private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
  private long succeeded;
  private long failed;
  private String firstFailure = "";

  /** A record of a SUCCEEDED file; its Output is a string of JSON. */
  void succeeded(JsonNode child) {
    succeeded++;
    JsonNode output = child.asObject().get("Output");
    if (output == null) {
      add(child);
    } else {
      add(output.isString() ? Json.parse(output.asString()) : output);
    }
  }

  /** A record of a FAILED or PENDING file. */
  void failed(JsonNode child) {
    failed++;
    if (firstFailure.isEmpty()) {
      firstFailure =
          Reason.of(
                  text(child, "Error").orElse(ErrorName.TASK_FAILED),
                  text(child, "Cause").orElse(null))
              .sentence();
    }
  }

  long succeeded() {
    return succeeded;
  }

  long failed() {
    return failed;
  }

  /** Why the first failed child did, in one sentence; empty where none failed. */
  String firstFailure() {
    return firstFailure;
  }

  /** The sums, in the order in which their names were first seen, then the children's counts. */
  Map<String, Object> result() {
    Map<String, Object> result = new LinkedHashMap<>();
    sums.forEach((name, sum) -> result.put(name, whole(sum)));
    result.put(Counted.SUCCEEDED, succeeded);
    result.put(Counted.FAILED, failed);
    return result;
  }

  private void add(JsonNode output) {
    if (output.isArray()) {
      output.asArray().forEach(this::add);
    } else if (output.isObject()) {
      output
          .asObject()
          .forEach(
              (name, value) -> {
                if (value.isNumber()) {
                  sums.merge(name, new BigDecimal(value.asNumber()), BigDecimal::add);
                }
              });
    }
  }

  private static Number whole(BigDecimal sum) {
    BigDecimal plain = sum.stripTrailingZeros();
    return plain.scale() <= 0 ? plain.toBigInteger() : plain;
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.asObject().get(field))
        .filter(JsonNode::isString)
        .map(JsonNode::asString);
  }
}
