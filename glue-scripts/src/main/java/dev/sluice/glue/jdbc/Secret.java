package dev.sluice.glue.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.core.text.Arn;
import dev.sluice.glue.failure.JobFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * A database user.
 *
 * @param username of the database
 * @param password in clear; never printed
 */
public record Secret(String username, String password) {

  /**
   * Reads a secret of the form that RDS uses, JSON with {@code username} and {@code password}, from
   * the region that its ARN names, which need not be the job's own.
   * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
   *
   * @throws JobFailure where it cannot be read, naming the secret and never its content
   */
  public static Secret read(String arn) {
    SecretsManagerClientBuilder builder =
        SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create());
    Arn.region(arn).map(Region::of).ifPresent(builder::region);
    try (SecretsManagerClient client = builder.build()) {
      return parse(arn, client.getSecretValue(request -> request.secretId(arn)).secretString());
    } catch (SdkException refused) {
      throw new JobFailure(
          "cannot read the secret %s: %s".formatted(arn, refused.getMessage()), refused);
    }
  }

  private static Secret parse(String arn, String text) {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(text == null ? "" : text);
    } catch (JsonProcessingException malformed) {
      // The exception would quote the secret.
      throw new JobFailure("the secret " + arn + " is not JSON; " + expected());
    }
    if (!json.path("username").isTextual() || !json.path("password").isTextual()) {
      throw new JobFailure("the secret " + arn + " lacks a field; " + expected());
    }
    return new Secret(json.get("username").asText(), json.get("password").asText());
  }

  private static String expected() {
    return "expected {\"username\": …, \"password\": …}";
  }

  @Override
  public String toString() {
    return "Secret[username=" + username + "]";
  }
}
