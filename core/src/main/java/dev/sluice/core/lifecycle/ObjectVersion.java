package dev.sluice.core.lifecycle;

import java.util.Objects;

/**
 * One version of a landed object.
 *
 * @param versionId S3's id of the version; {@code null} as text in a bucket without versions
 * @param sequencer of the event that announced it
 */
public record ObjectVersion(String versionId, Sequencer sequencer) {
  public ObjectVersion {
    Objects.requireNonNull(versionId, "versionId");
    Objects.requireNonNull(sequencer, "sequencer");
  }

  /** True where both are the same version. */
  public boolean isSameAs(ObjectVersion other) {
    return versionId.equals(other.versionId);
  }
}
