package dev.sluice.local.iam.request;

import java.util.Map;

/**
 * A service that acts for itself.
 *
 * @param name for example {@code lambda.amazonaws.com}
 */
public record ServicePrincipal(String name) implements Principal {
  private static final String FORM = "[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?";

  /**
   * A name of a service.
   *
   * @throws IllegalArgumentException where it has another form
   */
  public ServicePrincipal {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "found '" + name + "', expected a service as lambda.amazonaws.com");
    }
  }

  /** Whether the text has the form of a service's name. */
  public static boolean isName(String text) {
    return text.matches(FORM);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("aws:PrincipalIsAWSService", "true", "aws:PrincipalServiceName", name);
  }
}
