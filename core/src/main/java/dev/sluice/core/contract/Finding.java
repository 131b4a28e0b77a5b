package dev.sluice.core.contract;

/**
 * Something wrong in a contract file.
 *
 * @param file as the person knows it, for example {@code datasets/sales.yaml}
 * @param line physical line, from 1
 * @param path where in the document, for example {@code columns[3].type}; empty for the whole
 * @param found what is there
 * @param expected what may be there
 * @param remedy what to do
 */
public record Finding(
    String file, int line, String path, String found, String expected, String remedy) {

  @Override
  public String toString() {
    return "%s:%d: %sfound %s, expected %s; %s"
        .formatted(file, line, path.isEmpty() ? "" : path + ": ", found, expected, remedy);
  }
}
