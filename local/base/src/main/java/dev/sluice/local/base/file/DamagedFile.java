package dev.sluice.local.base.file;

import java.nio.file.Path;

/**
 * A file of the state that does not hold what was written to it. The message names the file, what
 * is lost with it and what to do.
 */
public final class DamagedFile extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * A sentence of its own for each part.
   *
   * @param found what is wrong, e.g. {@code it is empty}
   * @param remedy what to do, and what is lost by that
   */
  public DamagedFile(Path file, String found, String remedy, Throwable cause) {
    super(file + " is damaged: " + found + ". " + remedy, cause);
  }
}
