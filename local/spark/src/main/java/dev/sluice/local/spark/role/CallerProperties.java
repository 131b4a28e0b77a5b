package dev.sluice.local.spark.role;

import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * The JVM's system properties, of which those with AWS credentials differ from run to run. The
 * SDK's default chain looks here first and at each request
 * (https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html), so its
 * clients act as the calling run's role. A job's jar may bring a renamed copy of the SDK, which
 * knows no interceptor or provider of ours, but the same properties. Thread-safe.
 */
public final class CallerProperties extends Properties {
  private static final long serialVersionUID = 1L;

  private static final Map<String, Function<Credentials, String>> OWN =
      Map.of(
          "aws.accessKeyId", Credentials::accessKeyId,
          "aws.secretAccessKey", Credentials::secretAccessKey,
          "aws.sessionToken", Credentials::sessionToken);

  private CallerProperties(Properties all) {
    putAll(all);
  }

  /** Takes the place of the system properties, whose other values stay. */
  public static void install() {
    System.setProperties(new CallerProperties(System.getProperties()));
  }

  @Override
  public String getProperty(String name) {
    Function<Credentials, String> own = OWN.get(name);
    return own == null ? super.getProperty(name) : CallingRun.credentials().map(own).orElse(null);
  }
}
