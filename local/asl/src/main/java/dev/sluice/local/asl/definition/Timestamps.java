package dev.sluice.local.asl.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Times as the states language writes them: RFC 3339 with an uppercase T, and an uppercase Z where
 * there is no numeric offset.
 *
 * @see <a href="https://states-language.net/spec.html#timestamps">States language, Timestamps</a>
 */
final class Timestamps {
  private static final Pattern PROFILE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private Timestamps() {}

  static boolean isValid(JsonNode value) {
    if (!value.isTextual() || !PROFILE.matcher(value.textValue()).matches()) {
      return false;
    }
    try {
      OffsetDateTime.parse(value.textValue());
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
