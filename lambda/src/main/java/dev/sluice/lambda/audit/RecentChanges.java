package dev.sluice.lambda.audit;

import java.util.Collection;
import java.util.Set;

/**
 * The files whose state changed a short while ago, which an index may not show yet. Thread-safe.
 */
public interface RecentChanges {

  /**
   * Notes files before their state changes: whoever asks after the change finds them here.
   *
   * @param objects of the dataset, as {@link FileVersion#object()} names them
   */
  void announce(String dataset, Collection<String> objects);

  /** Objects of the dataset that were announced within the last half hour. */
  Set<String> of(String dataset);

  /** For a table that neither announces changes nor lists files. */
  static RecentChanges unused() {
    return new RecentChanges() {
      @Override
      public void announce(String dataset, Collection<String> objects) {
        throw new UnsupportedOperationException("this function was not made to announce changes");
      }

      @Override
      public Set<String> of(String dataset) {
        throw new UnsupportedOperationException("this function was not made to list files");
      }
    };
  }
}
