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
    return new DocumentReader(resources).read(text);
  }
}
