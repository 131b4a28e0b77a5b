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

  /**
   * Reads a document that was accepted when its state machine was created, by the rules that held
   * then: an execution goes on by its definition, also where a new one would be refused now.
   */
  public static StateMachine accepted(String text) {
    return new DocumentReader(resource -> true, false).build(text);
  }
}
