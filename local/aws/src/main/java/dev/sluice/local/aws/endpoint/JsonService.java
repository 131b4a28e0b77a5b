package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.AccessRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The operations of a service that speaks AWS JSON: requests name {@code Prefix.Operation} in
 * X-Amz-Target.
 *
 * <pre>{@code
 * new JsonService("Glue", "AWSGlue", "1.1", new GlueAccess())
 *     .operation("GetJob", input -> jobs.describe(input.path("JobName").asText()));
 * }</pre>
 */
public final class JsonService {
  private final String name;
  private final String target;
  private final String version;
  private final AccessRules<ObjectNode> access;
  private String deniedCode = "AccessDeniedException";
  private int deniedStatus = 400;
  private final Map<String, JsonOperation> operations = new LinkedHashMap<>();

  /**
   * A service without operations.
   *
   * @param name for people, e.g. {@code Glue}
   * @param target prefix of X-Amz-Target, e.g. {@code AWSGlue}
   * @param version of the protocol, {@code 1.0} or {@code 1.1}
   * @param access what the operations need
   */
  public JsonService(String name, String target, String version, AccessRules<ObjectNode> access) {
    this.access = access;
    this.name = name;
    this.target = target;
    this.version = version;
  }

  /** Adds an operation. */
  public JsonService operation(String operation, JsonOperation code) {
    if (operations.putIfAbsent(operation, code) != null) {
      throw new IllegalArgumentException(name + " has two operations " + operation);
    }
    return this;
  }

  /** Calls a refusal by policy otherwise than AccessDeniedException with status 400. */
  public JsonService denied(String code, int status) {
    deniedCode = code;
    deniedStatus = status;
    return this;
  }

  /** A refusal by policy. */
  ServiceError denied(AccessDenied refusal) {
    return new ServiceError(deniedCode, refusal.getMessage(), deniedStatus);
  }

  /** What the operations need. */
  AccessRules<ObjectNode> access() {
    return access;
  }

  /** The name for people. */
  public String name() {
    return name;
  }

  /** Prefix of X-Amz-Target. */
  public String target() {
    return target;
  }

  /** {@code application/x-amz-json-<version>}. */
  public String contentType() {
    return "application/x-amz-json-" + version;
  }

  /** By name. */
  public Map<String, JsonOperation> operations() {
    return Collections.unmodifiableMap(operations);
  }
}
