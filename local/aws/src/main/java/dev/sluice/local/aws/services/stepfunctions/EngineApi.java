package dev.sluice.local.aws.services.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.aws.template.Resource;

/** The engine's operations, as far as resources of templates are made by them. */
@FunctionalInterface
interface EngineApi {
  /**
   * Calls an operation by AWS's name.
   *
   * @throws AslException where it is refused
   */
  ObjectNode call(String operation, ObjectNode request);

  /** {@link #call} for a resource, which fails as a deployment does. */
  default ObjectNode deploy(String operation, ObjectNode request) {
    try {
      return call(operation, request);
    } catch (AslException e) {
      throw new IllegalArgumentException(e.code() + ": " + e.getMessage(), e);
    }
  }

  /** Puts a resource's tags into the request that makes it. */
  static void tags(Resource resource, ObjectNode request) {
    ArrayNode tags = request.putArray("tags");
    for (JsonNode tag : resource.properties().path("Tags")) {
      tags.addObject()
          .put("key", tag.path("Key").asText())
          .put("value", tag.path("Value").asText());
    }
  }
}
