package dev.sluice.local.aws.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds assets by the place that they are published to. */
final class AssetIndex implements Resource.Assets {
  private final Map<String, Path> files = new LinkedHashMap<>();

  AssetIndex(List<Assembly.FileAsset> assets) {
    for (Assembly.FileAsset asset : assets) {
      files.put(asset.bucket() + "/" + asset.key(), asset.file());
    }
  }

  @Override
  public Path file(String bucket, String key) {
    Path file = files.get(bucket + "/" + key);
    if (file == null) {
      throw new IllegalArgumentException(
          "no asset of the assembly goes to s3://" + bucket + "/" + key + "; run cdk synth again");
    }
    return file;
  }
}
