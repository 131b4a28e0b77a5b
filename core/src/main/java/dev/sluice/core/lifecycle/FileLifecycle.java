package dev.sluice.core.lifecycle;

import java.util.Optional;

/**
 * The rules of a file's life, free of any store. Events come twice and out of order; the sequencer
 * and the version decide.
 *
 * <p>A store reads the record, asks here, and writes on condition that state and version are still
 * those that it read; where the condition fails it reads and asks again.
 */
public final class FileLifecycle {
  private FileLifecycle() {}

  /**
   * An object was created. A newer version makes the file NEW in any state.
   *
   * @param known the record, empty where there is none
   */
  public static Decision onArrival(Optional<FileRecord> known, ObjectVersion arrived) {
    if (known.isEmpty()) {
      return Decision.write("a file that was not known");
    }
    ObjectVersion version = known.get().version();
    if (version.isSameAs(arrived)) {
      return Decision.already("the event of this version came before");
    }
    int order = arrived.sequencer().compareTo(version.sequencer());
    if (order > 0) {
      return Decision.write("a newer version than " + version.versionId());
    }
    return order == 0
        ? Decision.already("an event with this sequencer came before")
        : Decision.superseded("an event older than that of version " + version.versionId());
  }

  /**
   * A step has done its work on one version: VALID or INVALID after validation, INGESTED after
   * processing, NEW to replay an invalid file.
   */
  public static Decision onResult(Optional<FileRecord> known, String versionId, FileState next) {
    if (known.isEmpty()) {
      return Decision.refused("no record of the file; it is registered when it arrives");
    }
    FileState state = known.get().state();
    String recorded = known.get().version().versionId();
    if (!recorded.equals(versionId)) {
      return Decision.superseded("version " + recorded + " arrived since " + versionId);
    }
    if (state == next) {
      return Decision.already("the file is " + state + " already");
    }
    if (!state.mayBecome(next)) {
      return Decision.refused("the file is " + state + ", which cannot become " + next);
    }
    return Decision.write(state + " becomes " + next);
  }
}
