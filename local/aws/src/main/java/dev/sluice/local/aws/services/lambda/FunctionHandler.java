package dev.sluice.local.aws.services.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Deploys {@code AWS::Lambda::Function}. */
final class FunctionHandler implements ResourceHandler {
  private static final int DEFAULT_MEMORY_MB = 128;
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;

  private final CodeStore codes;
  private final FunctionRights rights;
  private final Consumer<FunctionConfig> deployed;

  FunctionHandler(CodeStore codes, FunctionRights rights, Consumer<FunctionConfig> deployed) {
    this.codes = codes;
    this.rights = rights;
    this.deployed = deployed;
  }

  @Override
  public String type() {
    return "AWS::Lambda::Function";
  }

  @Override
  public Deployed deploy(Resource resource) throws IOException {
    String runtime = resource.text("Runtime", "");
    if (!runtime.startsWith("java")) {
      throw new IllegalArgumentException(
          "Runtime is '" + runtime + "'; only java17 and newer Java runtimes run locally");
    }
    JsonNode properties = resource.properties();
    JsonNode reserved = properties.path("ReservedConcurrentExecutions");
    CodeStore.Code code = code(resource, properties.path("Code"));
    String name = resource.physicalName("FunctionName", 64);
    FunctionConfig function =
        new FunctionConfig(
            name,
            resource.text("Description", ""),
            runtime,
            resource.required("Handler"),
            code.classPath(),
            code.root(),
            variables(properties.path("Environment").path("Variables")),
            properties.path("MemorySize").asInt(DEFAULT_MEMORY_MB),
            properties.path("Timeout").asInt(DEFAULT_TIMEOUT_SECONDS),
            reserved.isMissingNode() ? null : reserved.asInt(),
            properties.path("DeadLetterConfig").path("TargetArn").asText(null),
            resource.required("Role"),
            properties.path("VpcConfig").path("SubnetIds").size() > 0,
            properties.path("LoggingConfig").path("LogGroup").asText("/aws/lambda/" + name));
    rights.check(function);
    deployed.accept(function);
    return Deployed.ref(function.name()).with("Arn", function.arn());
  }

  private CodeStore.Code code(Resource resource, JsonNode code) throws IOException {
    if (!code.hasNonNull("S3Bucket") || !code.hasNonNull("S3Key")) {
      throw new IllegalArgumentException(
          "Code names no S3Bucket and S3Key; only code from an asset (jar, zip or directory) runs"
              + " locally");
    }
    return codes.load(
        resource.assets().file(code.get("S3Bucket").asText(), code.get("S3Key").asText()));
  }

  private static Map<String, String> variables(JsonNode variables) {
    Map<String, String> result = new LinkedHashMap<>();
    variables.properties().forEach(v -> result.put(v.getKey(), v.getValue().asText()));
    return result;
  }
}
