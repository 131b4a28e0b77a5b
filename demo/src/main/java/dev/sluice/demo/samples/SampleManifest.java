package dev.sluice.demo.samples;

import java.util.List;

/**
 * What was written.
 *
 * @param files in the order in which they were written
 */
public record SampleManifest(List<SampleFile> files) {
  public SampleManifest {
    files = List.copyOf(files);
  }

  /** Files that keep their contract. */
  public List<SampleFile> valid() {
    return files.stream().filter(SampleFile::valid).toList();
  }

  /** Files with a flaw. */
  public List<SampleFile> invalid() {
    return files.stream().filter(file -> !file.valid()).toList();
  }

  /** Files of one dataset, valid or not. */
  public List<SampleFile> of(String dataset) {
    return files.stream().filter(file -> file.dataset().equals(dataset)).toList();
  }
}
