package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.spi.Quotas;
import dev.sluice.local.aws.template.Assembly;

/**
 * The account's quotas as the templates tell them: {@code Metadata: {"Sluice::Quotas":
 * {"lambdaConcurrency": 10}}} in whichever stack. AWS passes over metadata, since there the account
 * knows its quotas by itself; templates are all that the laptop has of the settings.
 */
final class DeployedQuotas {
  private static final String KEY = "Sluice::Quotas";

  private DeployedQuotas() {}

  /**
   * What a template does not tell is AWS's default.
   *
   * @throws IllegalArgumentException where a quota is no whole number from 1
   */
  static Quotas of(Assembly assembly) {
    int lambda = Quotas.DEFAULT.lambdaConcurrency();
    int glue = Quotas.DEFAULT.glueConcurrency();
    boolean rates = Quotas.DEFAULT.rates();
    for (Assembly.Stack stack : assembly.stacks()) {
      JsonNode told = stack.template().path("Metadata").path(KEY);
      lambda = number(stack, told, "lambdaConcurrency", lambda);
      glue = number(stack, told, "glueConcurrency", glue);
      rates |= told.path("rates").asText().equals("aws");
    }
    return new Quotas(lambda, glue, rates);
  }

  private static int number(Assembly.Stack stack, JsonNode told, String name, int otherwise) {
    JsonNode value = told.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.canConvertToExactIntegral() || value.asInt() < 1) {
      throw new IllegalArgumentException(
          "the stack %s has %s %s in its metadata, expected a whole number from 1"
              .formatted(stack.name(), name, value));
    }
    return value.asInt();
  }
}
