package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;

/**
 * One resource of a template, with every intrinsic function resolved.
 *
 * @param stack name of its stack
 * @param logicalId its key in the template
 * @param type CloudFormation type
 * @param properties resolved; empty if the template gives none
 * @param metadata as in the template; empty if none
 * @param changed false if the same properties were deployed successfully before, by this or an
 *     earlier process with the same state directory
 * @param previous what the last successful deployment gave, null if there was none
 * @param assets finds files by their place in the assets bucket
 */
public record Resource(
    String stack,
    String logicalId,
    String type,
    ObjectNode properties,
    Map<String, JsonNode> metadata,
    boolean changed,
    Deployed previous,
    Assets assets) {

  /** A property as text, or null if it is absent. */
  public String text(String property) {
    JsonNode value = properties.get(property);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** A property as text, or a default if it is absent. */
  public String text(String property, String otherwise) {
    String value = text(property);
    return value == null ? otherwise : value;
  }

  /**
   * A property as text.
   *
   * @throws IllegalArgumentException naming the property if it is absent
   */
  public String required(String property) {
    String value = text(property);
    if (value == null) {
      throw new IllegalArgumentException(
          "property " + property + " is missing; " + type + " needs it");
    }
    return value;
  }

  /**
   * The resource's physical name: the property if the template names the resource, otherwise made
   * from stack and logical id as CloudFormation does, but the same at every deployment.
   */
  public String physicalName(String property, int maxLength) {
    String given = text(property);
    return given != null ? given : PhysicalNames.of(stack, logicalId, maxLength);
  }

  /**
   * What {@code Ref} and the attributes of a resource are that nothing runs, by its type's form in
   * {@code not-run-locally.txt}.
   */
  public Deployed named() {
    return NotRun.of(this);
  }

  /** Finds assets of the assembly. */
  public interface Assets {
    /**
     * The asset's file or directory on disk. A directory is what CDK would have zipped.
     *
     * @throws IllegalArgumentException if no asset of the assembly goes to that bucket and key
     */
    Path file(String bucket, String key);
  }
}
