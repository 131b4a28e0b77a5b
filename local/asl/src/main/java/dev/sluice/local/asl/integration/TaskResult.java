package dev.sluice.local.asl.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The result of one kind of Task, by which mocks are checked: the outermost fields of the API's
 * answer.
 *
 * @param kinds the kind of each field; one that is not among them is fine, as AWS adds some
 * @param required without which the answer is not whole
 */
public record TaskResult(Map<String, Kind> kinds, Set<String> required) {
  public TaskResult {
    kinds = Map.copyOf(new TreeMap<>(kinds));
    required = Set.copyOf(required);
  }

  /** What a field's value must be. */
  public enum Kind {
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    LIST("an array"),
    OBJECT("an object");

    private final String article;

    Kind(String article) {
      this.article = article;
    }

    private boolean fits(JsonNode value) {
      return switch (this) {
        case STRING -> value.isTextual();
        case NUMBER -> value.isNumber();
        case BOOLEAN -> value.isBoolean();
        case LIST -> value.isArray();
        case OBJECT -> value.isObject();
      };
    }
  }

  /**
   * What is wrong with a result.
   *
   * @param whole true where no required field may be missing
   * @see <a
   *     href="https://github.com/localstack/localstack/tree/main/tests/aws/services/stepfunctions/v2/test_state">The
   *     words, as recorded on AWS</a>
   */
  public Optional<String> mistake(JsonNode result, boolean whole) {
    if (!result.isObject()) {
      return Optional.of("Mock result must be a valid JSON object");
    }
    String prefix = "Mock result schema validation error: ";
    for (String field : required) {
      if (whole && !result.has(field)) {
        return Optional.of(prefix + "Required field '" + field + "' is missing");
      }
    }
    for (Map.Entry<String, JsonNode> field : result.properties()) {
      Kind kind = kinds.get(field.getKey());
      if (kind != null && !kind.fits(field.getValue())) {
        return Optional.of(prefix + "Field '" + field.getKey() + "' must be " + kind.article);
      }
    }
    return Optional.empty();
  }
}
