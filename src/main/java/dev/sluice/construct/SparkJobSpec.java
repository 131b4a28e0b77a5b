package dev.sluice.construct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.assets.Asset;

/**
 * A Glue job that we want.
 *
 * @param name the part of its name that says what it is
 * @param arguments default arguments, by their names with the dashes
 * @param permissions what its role may do besides reading its code and writing its log
 * @param maxConcurrentRuns how many runs may go at a time
 * @param connection the Glue connection through which it reaches a database; empty: none
 */
public record SparkJobSpec(
    String name,
    Map<String, String> arguments,
    List<PolicyStatement> permissions,
    int maxConcurrentRuns,
    String connection) {

  /** A job that runs a main class, one run at a time since jobs overwrite their output. */
  public static SparkJobSpec running(String mainClass, String name) {
    return new SparkJobSpec(name, Map.of("--job", mainClass), List.of(), 1, "");
  }

  /** One more default argument. */
  public SparkJobSpec with(String argument, String value) {
    Map<String, String> more = new LinkedHashMap<>(arguments);
    more.put(argument, value);
    return new SparkJobSpec(name, more, permissions, maxConcurrentRuns, connection);
  }

  /** One more default argument: where an uploaded file lies, which the job may read. */
  public SparkJobSpec withFile(String argument, Asset file) {
    return with(argument, file.getS3ObjectUrl()).may(Grants.readAsset(file));
  }

  /** More permissions. */
  public SparkJobSpec may(List<PolicyStatement> statements) {
    List<PolicyStatement> more = new ArrayList<>(permissions);
    more.addAll(statements);
    return new SparkJobSpec(name, arguments, more, maxConcurrentRuns, connection);
  }

  /** One more permission. */
  public SparkJobSpec may(PolicyStatement statement) {
    return may(List.of(statement));
  }

  /** Another limit of concurrent runs. */
  public SparkJobSpec atMost(int runs) {
    return new SparkJobSpec(name, arguments, permissions, runs, connection);
  }

  /** Runs inside the network of a Glue connection. */
  public SparkJobSpec through(String connectionName) {
    return new SparkJobSpec(name, arguments, permissions, maxConcurrentRuns, connectionName);
  }
}
