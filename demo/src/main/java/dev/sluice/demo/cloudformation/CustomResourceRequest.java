package dev.sluice.demo.cloudformation;

import dev.sluice.lambda.json.Fields;
import java.util.Optional;

/**
 * What CloudFormation asks of a custom resource.
 *
 * @param type Create, Update or Delete
 * @param physicalId null for a Create
 * @param properties the resource's, whose values CloudFormation passes as strings
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">Request
 *     objects</a>
 */
public record CustomResourceRequest(
    String type,
    String responseUrl,
    String stackId,
    String requestId,
    String logicalId,
    String physicalId,
    Fields properties) {

  /** Reads the event. */
  public static CustomResourceRequest of(Fields event) {
    return new CustomResourceRequest(
        event.string("RequestType"),
        event.string("ResponseURL"),
        event.string("StackId"),
        event.string("RequestId"),
        event.string("LogicalResourceId"),
        event.optionalString("PhysicalResourceId").orElse(null),
        event.object("ResourceProperties"));
  }

  public boolean isDelete() {
    return type.equals("Delete");
  }

  /**
   * The resource's id: what CloudFormation already knows, else one that follows from the stack and
   * the logical id, so that a repeated Create names the same resource.
   */
  public String stablePhysicalId() {
    String stack = stackId.contains("/") ? stackId.split("/")[1] : stackId;
    return Optional.ofNullable(physicalId).orElse(stack + "-" + logicalId);
  }
}
