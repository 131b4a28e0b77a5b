package dev.sluice.local.aws;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.spi.FunctionInvoker;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.Quotas;
import dev.sluice.local.aws.spi.SecretReader;
import dev.sluice.local.base.file.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What services see of the runtime; services of each other, once all are made. */
final class RuntimeContext implements LocalContext {
  private final Path state;
  private final Gatekeeper permissions;
  private final Consumer<String> progress;
  private final String defaultEndpoint;
  private final Supplier<Services> services;
  private volatile Quotas quotas = Quotas.DEFAULT;

  RuntimeContext(
      Path state,
      String defaultEndpoint,
      Gatekeeper permissions,
      Consumer<String> progress,
      Supplier<Services> services) {
    this.permissions = permissions;
    this.state = state.toAbsolutePath().normalize();
    this.defaultEndpoint = defaultEndpoint;
    this.progress = progress;
    this.services = services;
  }

  @Override
  public Path directory(String name) {
    try {
      return OwnerOnly.directories(state.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + state.resolve(name), e);
    }
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Quotas quotas() {
    return quotas;
  }

  void quotas(Quotas deployed) {
    quotas = deployed;
  }

  @Override
  public ObjectStore objects() {
    return services.get().s3().objects();
  }

  @Override
  public FunctionInvoker functions() {
    return services.get().lambda();
  }

  @Override
  public SecretReader secrets() {
    return services.get().secrets();
  }

  @Override
  public String endpoint(String service) {
    return switch (service) {
      case "s3" -> services.get().s3().url();
      case "dynamodb" -> services.get().dynamodb().url();
      default -> defaultEndpoint;
    };
  }

  @Override
  public Gatekeeper gate() {
    return permissions;
  }

  @Override
  public Map<String, String> childEnvironment(Credentials credentials) {
    Map<String, String> environment = childEnvironment();
    environment.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    if (credentials.sessionToken() != null) {
      environment.put("AWS_SESSION_TOKEN", credentials.sessionToken());
    }
    return environment;
  }

  @Override
  public Map<String, String> childEnvironment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("AWS_REGION", LocalAws.REGION);
    environment.put("AWS_DEFAULT_REGION", LocalAws.REGION);
    environment.put("AWS_ENDPOINT_URL", defaultEndpoint);
    environment.put("AWS_ENDPOINT_URL_S3", endpoint("s3"));
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint("dynamodb"));
    // The user's own profile and machine role must not leak in.
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return environment;
  }

  @Override
  public void progress(String line) {
    progress.accept(line);
  }
}
