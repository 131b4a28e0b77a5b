package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.endpoint.ServiceError;

/** Glue's errors, and its checks of inputs. */
final class Errors {
  private Errors() {}

  static ServiceError notFound(String message) {
    return new ServiceError("EntityNotFoundException", message);
  }

  static ServiceError invalid(String message) {
    return new ServiceError("InvalidInputException", message);
  }

  /** A text that the operation needs. */
  static String required(JsonNode input, String field) {
    String value = input.path(field).asText("");
    if (value.isEmpty()) {
      throw invalid(field + " is missing; the operation needs it");
    }
    return value;
  }
}
