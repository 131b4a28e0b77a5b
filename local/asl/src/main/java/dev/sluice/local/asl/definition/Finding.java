package dev.sluice.local.asl.definition;

/**
 * Something wrong with a document.
 *
 * @param path where, for example {@code /States/guard/Next}
 * @param problem what was found and what to do
 */
public record Finding(String path, String problem) {
  @Override
  public String toString() {
    return path + " " + problem;
  }
}
