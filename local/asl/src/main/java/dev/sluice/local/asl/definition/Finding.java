package dev.sluice.local.asl.definition;

/**
 * Something wrong with a document, as AWS reports it.
 *
 * @param code for example {@code SCHEMA_VALIDATION_FAILED}
 * @param path where, for example {@code /States/guard/Next}; null for the document as a whole
 * @param problem in AWS's words where they are known
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html">AWS,
 *     the codes</a>
 */
public record Finding(String code, String path, String problem) {
  static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
  static final String TARGET = "MISSING_TRANSITION_TARGET";

  @Override
  public String toString() {
    return code + ": " + problem + " at " + path;
  }
}
