package dev.sluice.local.aws.endpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operations of a service that speaks AWS's query protocol (form in, XML out). */
public final class QueryService {
  private final String name;
  private final String namespace;
  private final Map<String, QueryOperation> operations = new LinkedHashMap<>();

  /**
   * A service without operations.
   *
   * @param name for people
   * @param namespace of the answers' XML; its last part is the API's version
   */
  public QueryService(String name, String namespace) {
    this.name = name;
    this.namespace = namespace;
  }

  /** Adds an operation. */
  public QueryService operation(String operation, QueryOperation code) {
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

  /** By name. */
  public Map<String, QueryOperation> operations() {
    return Collections.unmodifiableMap(operations);
  }
}
