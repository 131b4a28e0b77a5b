package dev.sluice.local.asl.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.time.Instant;

/**
 * A version of a machine, which never changes.
 *
 * @param machine as it was when the version was published
 * @param description or null
 */
public record Version(String arn, Machine machine, String description, Instant created) {
  ObjectNode toJson() {
    return Json.object()
        .put("stateMachineVersionArn", arn)
        .put("creationDate", Json.seconds(created));
  }
}
