package dev.sluice.construct;

import dev.sluice.config.FunctionJar;
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
 * @param name in kebab case
 * @param jar where its class lies
 * @param handlerClass the class that handles its events
 * @param memoryMb memory; CPU comes in proportion
 * @param timeoutSeconds after which Lambda ends an invocation
 * @param snapStart whether it starts from a snapshot: for functions that are called often
 * @param environment variables besides the ones of the Lambda service
 * @param permissions what its role may do besides writing its log
 * @param network where it runs, unless in Lambda's own network
 */
public record HandlerSpec(
    String name,
    FunctionJar jar,
    String handlerClass,
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

  /**
   * A function with 512 MB and a minute, without further variables and permissions. {@code
   * list-files} is the class {@code dev.sluice.lambda.ListFilesHandler}.
   */
  public static HandlerSpec named(String name) {
    return named(name, Names.pascal(name));
  }

  /** A function whose class has another name: the same class may serve several functions. */
  public static HandlerSpec named(String name, String handler) {
    return of(name, FunctionJar.PRODUCTION, "dev.sluice.lambda." + handler + "Handler");
  }

  /**
   * A function of a demonstration: {@code seed-shop} is {@code dev.sluice.demo.SeedShopHandler}.
   */
  public static HandlerSpec demo(String name) {
    return of(name, FunctionJar.DEMO, "dev.sluice.demo." + Names.pascal(name) + "Handler");
  }

  private static HandlerSpec of(String name, FunctionJar jar, String handlerClass) {
    return new HandlerSpec(
        name, jar, handlerClass, 512, 60, false, Map.of(), List.of(), Optional.empty());
  }

  /** Another memory. */
  public HandlerSpec memory(int mb) {
    return sized(mb, timeoutSeconds, snapStart);
  }

  /** Another timeout. */
  public HandlerSpec timeout(int seconds) {
    return sized(memoryMb, seconds, snapStart);
  }

  /** Starts from a snapshot. */
  public HandlerSpec startsFromSnapshot() {
    return sized(memoryMb, timeoutSeconds, true);
  }

  /** Runs inside a network. */
  public HandlerSpec inside(IVpc vpc, ISecurityGroup securityGroup) {
    return equipped(environment, permissions, Optional.of(new Network(vpc, securityGroup)));
  }

  /** One more variable. */
  public HandlerSpec with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return equipped(more, permissions, network);
  }

  /** More permissions. */
  public HandlerSpec may(List<PolicyStatement> statements) {
    List<PolicyStatement> more = new ArrayList<>(permissions);
    more.addAll(statements);
    return equipped(environment, more, network);
  }

  /** One more permission. */
  public HandlerSpec may(PolicyStatement statement) {
    return may(List.of(statement));
  }

  private HandlerSpec sized(int mb, int seconds, boolean snapshot) {
    return new HandlerSpec(
        name, jar, handlerClass, mb, seconds, snapshot, environment, permissions, network);
  }

  private HandlerSpec equipped(
      Map<String, String> variables, List<PolicyStatement> may, Optional<Network> where) {
    return new HandlerSpec(
        name, jar, handlerClass, memoryMb, timeoutSeconds, snapStart, variables, may, where);
  }

  /**
   * Checks that both describe the same function, permissions aside.
   *
   * @throws IllegalArgumentException naming what differs
   */
  void requireSameAs(HandlerSpec other) {
    same("jar", jar, other.jar);
    same("handler", handlerClass, other.handlerClass);
    same("memory", memoryMb, other.memoryMb);
    same("timeout", timeoutSeconds, other.timeoutSeconds);
    same("SnapStart", snapStart, other.snapStart);
    same("environment", environment, other.environment);
    same("network", network, other.network);
  }

  private void same(String what, Object here, Object there) {
    if (!here.equals(there)) {
      throw new IllegalArgumentException(
          "two steps describe the function %s differently: its %s is %s for one and %s for the other"
              .formatted(name, what, here, there));
    }
  }
}
