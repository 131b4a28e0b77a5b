package dev.sluice.local.asl.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.util.List;

/** Checks of a request's fields, refused in AWS's words. */
public final class Validation {
  private Validation() {}

  /**
   * The value of a field that has a list of values.
   *
   * @return null where the request has no such field
   * @throws AslException ValidationException where it is none of the list
   */
  public static String oneOf(JsonNode request, String field, String... allowed) {
    String value = Json.string(request, field);
    if (value != null && !List.of(allowed).contains(value)) {
      throw constraint(value, field, "Member must satisfy enum value set: " + List.of(allowed));
    }
    return value;
  }

  /**
   * Whether the request wants data beside metadata.
   *
   * @throws AslException ValidationException where includedData has another value
   */
  public static boolean wantsData(JsonNode request) {
    return !"METADATA_ONLY".equals(oneOf(request, "includedData", "ALL_DATA", "METADATA_ONLY"));
  }

  /** The refusal of a request that lacks a field. */
  public static AslException missing(String field) {
    return new AslException(
        "ValidationException",
        "1 validation error detected: Value null at '"
            + field
            + "' failed to satisfy constraint: Member must not be null");
  }

  /** The refusal of a value. */
  public static AslException constraint(Object value, String field, String constraint) {
    return new AslException(
        "ValidationException",
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + field
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
