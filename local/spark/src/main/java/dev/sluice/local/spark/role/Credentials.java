package dev.sluice.local.spark.role;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Temporary credentials of a role. {@link #toString} keeps what is secret to itself.
 *
 * @param accessKeyId names the session
 * @param secretAccessKey signs its requests
 * @param sessionToken goes with each of them
 */
public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {

  /**
   * Reads what a request carries as {@code "credentials"}.
   *
   * @throws IllegalArgumentException where something is missing, without telling what is there
   */
  public static Credentials of(JsonNode request) {
    JsonNode given = request.path("credentials");
    return new Credentials(
        text(given, "accessKeyId"), text(given, "secretAccessKey"), text(given, "sessionToken"));
  }

  private static String text(JsonNode given, String name) {
    String value = given.path(name).asText("");
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "the request has no credentials.%s, expected the temporary credentials of the role that it acts as"
              .formatted(name));
    }
    return value;
  }

  @Override
  public String toString() {
    return "credentials " + accessKeyId;
  }
}
