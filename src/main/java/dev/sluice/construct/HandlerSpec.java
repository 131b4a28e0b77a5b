package dev.sluice.construct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * A Lambda function that we want.
 *
 * @param name in kebab case; {@code list-files} is the class {@code
 *     dev.sluice.lambda.ListFilesHandler}
 * @param memoryMb memory; CPU comes in proportion
 * @param timeoutSeconds after which Lambda ends an invocation
 * @param snapStart whether it starts from a snapshot: for functions that are called often
 * @param environment variables besides the ones of the Lambda service
 * @param permissions what its role may do besides writing its log
 * @param network where it runs, unless in Lambda's own network
 */
public record HandlerSpec(
    String name,
    int memoryMb,
    int timeoutSeconds,
    boolean snapStart,
    Map<String, String> environment,
    List<PolicyStatement> permissions,
    Optional<Network> network) {

  /**
   * Where a function runs that must reach something in a network.
   *
   * @param vpc the network, in whose private subnets it runs
   * @param securityGroup as which it calls
   */
  public record Network(IVpc vpc, ISecurityGroup securityGroup) {}

  /** A function with 512 MB and a minute, without further variables and permissions. */
  public static HandlerSpec named(String name) {
    return new HandlerSpec(name, 512, 60, false, Map.of(), List.of(), Optional.empty());
  }

  /** Another memory. */
  public HandlerSpec memory(int mb) {
    return new HandlerSpec(name, mb, timeoutSeconds, snapStart, environment, permissions, network);
  }

  /** Another timeout. */
  public HandlerSpec timeout(int seconds) {
    return new HandlerSpec(name, memoryMb, seconds, snapStart, environment, permissions, network);
  }

  /** Starts from a snapshot. */
  public HandlerSpec startsFromSnapshot() {
    return new HandlerSpec(name, memoryMb, timeoutSeconds, true, environment, permissions, network);
  }

  /** Runs inside a network. */
  public HandlerSpec inside(IVpc vpc, ISecurityGroup securityGroup) {
    return new HandlerSpec(
        name,
        memoryMb,
        timeoutSeconds,
        snapStart,
        environment,
        permissions,
        Optional.of(new Network(vpc, securityGroup)));
  }

  /** One more variable. */
  public HandlerSpec with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new HandlerSpec(name, memoryMb, timeoutSeconds, snapStart, more, permissions, network);
  }

  /** More permissions. */
  public HandlerSpec may(List<PolicyStatement> statements) {
    List<PolicyStatement> more = new ArrayList<>(permissions);
    more.addAll(statements);
    return new HandlerSpec(name, memoryMb, timeoutSeconds, snapStart, environment, more, network);
  }

  /** One more permission. */
  public HandlerSpec may(PolicyStatement statement) {
    return may(List.of(statement));
  }

  /** Whether both describe the same function, permissions aside. */
  public boolean looksLike(HandlerSpec other) {
    return name.equals(other.name)
        && memoryMb == other.memoryMb
        && timeoutSeconds == other.timeoutSeconds
        && snapStart == other.snapStart
        && environment.equals(other.environment);
  }

  /** The class that handles its events. */
  public String handlerClass() {
    return "dev.sluice.lambda." + Names.pascal(name) + "Handler";
  }
}
