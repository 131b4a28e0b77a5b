package dev.sluice.local.asl.definition;

/**
 * A whole document.
 *
 * @param timeoutSeconds after which an execution is timed out, or 0 for never
 */
public record StateMachine(Block block, long timeoutSeconds) {
  /**
   * @param text the document
   * @param resources what its Tasks can be
   * @throws InvalidDefinition with all findings
   */
  public static StateMachine parse(String text, Resources resources) {
    return parse(text, resources, false);
  }

  /**
   * @param express whether its executions are EXPRESS, which must not wait for services
   */
  public static StateMachine parse(String text, Resources resources, boolean express) {
    return new DocumentReader(resources, express).read(text);
  }
}
