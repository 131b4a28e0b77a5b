package dev.sluice.local.aws.endpoint;

import dev.sluice.local.aws.access.AccessRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operations of a service that speaks AWS's query protocol (form in, XML out). */
public final class QueryService {
  private final String name;
  private final String namespace;
  private final String deniedCode;
  private final AccessRules<Map<String, String>> access;
  private final Map<String, CallerOperation> operations = new LinkedHashMap<>();

  /**
   * A service without operations.
   *
   * @param name for people
   * @param namespace of the answers' XML; its last part is the API's version
   * @param deniedCode how the service calls a refusal by policy, e.g. {@code AccessDenied}
   * @param access what the operations need
   */
  public QueryService(
      String name, String namespace, String deniedCode, AccessRules<Map<String, String>> access) {
    this.name = name;
    this.namespace = namespace;
    this.deniedCode = deniedCode;
    this.access = access;
  }

  /** Adds an operation. */
  public QueryService operation(String operation, QueryOperation code) {
    return callerOperation(operation, (form, caller) -> code.call(form));
  }

  /** Adds an operation whose answer depends on who asks. */
  public QueryService callerOperation(String operation, CallerOperation code) {
    if (operations.putIfAbsent(operation, code) != null) {
      throw new IllegalArgumentException(name + " has two operations " + operation);
    }
    return this;
  }

  /** The name for people. */
  public String name() {
    return name;
  }

  /** XML namespace of the answers. */
  public String namespace() {
    return namespace;
  }

  /** How the service calls a refusal by policy. */
  String deniedCode() {
    return deniedCode;
  }

  /** What the operations need. */
  AccessRules<Map<String, String>> access() {
    return access;
  }

  /** By name. */
  public Map<String, CallerOperation> operations() {
    return Collections.unmodifiableMap(operations);
  }
}
