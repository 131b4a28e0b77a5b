package dev.sluice.local.base.lock;

import java.nio.file.Path;

/** Somebody else has the directory's lock. */
public final class DirectoryInUse extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String holder;

  DirectoryInUse(Path directory, String holder) {
    super(
        directory
            + " is in use by process "
            + holder
            + "; end that process (kill "
            + holder
            + ") or use another directory");
    this.holder = holder;
  }

  /** The id of the process that has it, or {@code unknown}. */
  public String holder() {
    return holder;
  }
}
