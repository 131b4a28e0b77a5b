package dev.sluice.demo.samples;

import java.util.Optional;

/**
 * One sample file.
 *
 * @param dataset that it belongs to
 * @param key path below the directory, also the key in the landing bucket: {@code sales/….csv}
 * @param rows data rows in it; 0 where there are none to speak of
 * @param flaw what is wrong with it; empty where nothing is
 */
public record SampleFile(String dataset, String key, int rows, Optional<Flaw> flaw) {
  /** True where the file keeps its dataset's contract. */
  public boolean valid() {
    return flaw.isEmpty();
  }
}
