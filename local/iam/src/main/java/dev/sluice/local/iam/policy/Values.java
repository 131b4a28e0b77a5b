package dev.sluice.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One value or an array of them, which a policy may write alike; names of elements. */
final class Values {
  private Values() {}

  /** Texts; those that are none are findings. */
  static List<String> texts(Findings findings, String path, JsonNode node) {
    return read(findings, path, node, false);
  }

  /** Texts, numbers and truth values, as conditions have them. */
  static List<String> scalars(Findings findings, String path, JsonNode node) {
    return read(findings, path, node, true);
  }

  /** Finds members that no policy has. */
  static void checkNames(Findings findings, String path, JsonNode node, Set<String> known) {
    if (!node.isObject()) {
      findings.add(path, "found " + node + ", expected an object");
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!known.contains(member.getKey())) {
        findings.add(
            path + "/" + member.getKey(),
            "is no element of a policy, expected " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  private static List<String> read(Findings findings, String path, JsonNode node, boolean scalars) {
    List<String> texts = new ArrayList<>();
    if (node.isArray() && node.isEmpty()) {
      findings.add(path, "found an empty array, expected at least one value");
    }
    for (JsonNode value : node.isArray() ? node : List.of(node)) {
      if (value.isTextual() || (scalars && (value.isNumber() || value.isBoolean()))) {
        texts.add(value.asText());
      } else {
        findings.add(
            path,
            "found "
                + value
                + ", expected "
                + (scalars ? "text, a number or true or false" : "text"));
      }
    }
    return texts;
  }
}
