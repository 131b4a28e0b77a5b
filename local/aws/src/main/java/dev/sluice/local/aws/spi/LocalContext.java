package dev.sluice.local.aws.spi;

import dev.sluice.local.asl.integration.ObjectStore;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What the runtime gives to each service. */
public interface LocalContext {
  /**
   * A directory of the service's own below the state directory, created on first use, e.g. {@code
   * directory("glue")}.
   */
  Path directory(String name);

  /** Where processes write their logs: {@code <state>/logs}. */
  default Path logs() {
    return directory("logs");
  }

  /** Time of everything that a user can see. */
  Clock clock();

  /** What the account may have at a time; ready once the services are started. */
  default Quotas quotas() {
    return Quotas.DEFAULT;
  }

  /** The objects of the local S3, for use inside this process; ready once all services started. */
  ObjectStore objects();

  /** Invokes deployed functions. */
  FunctionInvoker functions();

  /** Values of deployed secrets. */
  SecretReader secrets();

  /** Judges what roles and callers do. */
  Gatekeeper gate();

  /**
   * Environment by which a child process reaches the local AWS and nothing else: region, endpoints,
   * and the credentials that it acts with. Complete once all services started, so ask when a child
   * is started and not before. A child must not inherit other {@code AWS_*} variables of this
   * process.
   */
  Map<String, String> childEnvironment(Credentials credentials);

  /** {@link #childEnvironment(Credentials)} of a process that has no credentials of its own. */
  Map<String, String> childEnvironment();

  /** The base address of one service of the local AWS; {@code s3}, {@code dynamodb} or others. */
  String endpoint(String service);

  /** One line for the person who watches, e.g. {@code "crawler sluice-orders-shop is ready"}. */
  void progress(String line);
}
