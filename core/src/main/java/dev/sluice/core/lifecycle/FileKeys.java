package dev.sluice.core.lifecycle;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;

/** Where a file lies in each zone. Keys are decoded, as the S3 API has them. */
public final class FileKeys {
  /** The dataset of objects that no contract claims. */
  public static final String UNKNOWN = "unknown";

  private FileKeys() {}

  /** The dataset that owns a landed object, or {@value #UNKNOWN}. */
  public static String datasetOf(Contracts contracts, String landingKey) {
    return contracts.forKey(landingKey).map(DatasetContract::name).orElse(UNKNOWN);
  }

  /** Key of a valid file's copy in the lake bucket: {@code raw/<dataset>/<file>}. */
  public static String raw(DatasetContract contract, String landingKey) {
    return "raw/" + contract.name() + "/" + fileOf(contract, landingKey);
  }

  /**
   * Key of an invalid file's copy in the failed bucket. The version is part of it, so that two bad
   * deliveries of one name do not overwrite each other.
   */
  public static String failed(String dataset, String landingKey, String versionId) {
    int slash = landingKey.lastIndexOf('/');
    String file = landingKey.substring(slash + 1);
    return dataset + "/" + versionId + "/" + file;
  }

  /** Key of the error report beside an invalid file. */
  public static String report(String failedKey) {
    return failedKey + ".errors.json";
  }

  private static String fileOf(DatasetContract contract, String landingKey) {
    if (!contract.owns(landingKey)) {
      throw new IllegalArgumentException(
          "key '%s' is not of dataset %s, expected %s%s"
              .formatted(
                  landingKey, contract.name(), contract.landingPrefix(), contract.filePattern()));
    }
    return landingKey.substring(contract.landingPrefix().length());
  }
}
