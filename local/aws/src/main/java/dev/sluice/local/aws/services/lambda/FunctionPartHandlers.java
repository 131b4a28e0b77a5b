package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.util.List;
import java.util.function.Function;

/** Deploys what templates hang on functions: versions, aliases, permissions, failure handling. */
final class FunctionPartHandlers {
  private FunctionPartHandlers() {}

  static List<ResourceHandler> of(FunctionRegistry functions) {
    return List.of(
        handler("AWS::Lambda::Version", r -> version(functions, r)),
        handler("AWS::Lambda::Alias", r -> alias(functions, r)),
        handler("AWS::Lambda::EventInvokeConfig", r -> eventInvoke(functions, r)));
  }

  private static Deployed version(FunctionRegistry functions, Resource resource) {
    String arn = functions.get(resource.required("FunctionName")).arn() + ":1";
    return Deployed.ref(arn).with("FunctionArn", arn).with("Version", "1");
  }

  private static Deployed alias(FunctionRegistry functions, Resource resource) {
    String arn = functions.get(resource.required("FunctionName")).arn();
    String alias = arn + ":" + resource.required("Name");
    return Deployed.ref(alias).with("AliasArn", alias);
  }

  private static Deployed eventInvoke(FunctionRegistry functions, Resource resource) {
    FunctionConfig function = functions.get(resource.required("FunctionName"));
    JsonNode properties = resource.properties();
    FunctionRegistry.AsyncConfig otherwise = FunctionRegistry.AsyncConfig.DEFAULT;
    int retries = number(properties, "MaximumRetryAttempts", otherwise.retries(), 0, 2);
    int maxAge =
        number(properties, "MaximumEventAgeInSeconds", otherwise.maxAgeSeconds(), 60, 21_600);
    String destination =
        properties.path("DestinationConfig").path("OnFailure").path("Destination").asText(null);
    functions.putAsync(
        function.name(), new FunctionRegistry.AsyncConfig(retries, maxAge, destination));
    return Deployed.ref(LocalAws.ACCOUNT + "-" + function.name());
  }

  private static int number(JsonNode properties, String name, int otherwise, int least, int most) {
    int found = properties.path(name).asInt(otherwise);
    if (found < least || found > most) {
      throw new IllegalArgumentException(
          "%s is %d, expected a number from %d to %d".formatted(name, found, least, most));
    }
    return found;
  }

  private static ResourceHandler handler(String type, Function<Resource, Deployed> deploy) {
    return new ResourceHandler() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public Deployed deploy(Resource resource) {
        return deploy.apply(resource);
      }
    };
  }
}
