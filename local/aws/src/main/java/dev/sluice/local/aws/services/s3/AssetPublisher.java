package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.template.Assembly;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts file assets where the template expects them, once each: keys are content hashes. */
public final class AssetPublisher {
  private final S3Client s3;

  /** Publishes through this client. */
  public AssetPublisher(S3Client s3) {
    this.s3 = s3;
  }

  /** Publishes what is not yet there and gives the number of files written. */
  public int publish(List<Assembly.FileAsset> assets) throws IOException {
    int written = 0;
    for (Assembly.FileAsset asset : assets) {
      if (asset.key().endsWith(".template.json") || isTemplate(asset)) {
        continue;
      }
      s3.createBucket(asset.bucket());
      if (!s3.exists(asset.bucket(), asset.key())) {
        publish(asset);
        written++;
      }
    }
    return written;
  }

  /** Stacks' own templates are assets too, and nothing here reads them from S3. */
  private static boolean isTemplate(Assembly.FileAsset asset) {
    return asset.file().getFileName().toString().endsWith(".template.json");
  }

  private void publish(Assembly.FileAsset asset) throws IOException {
    if (!Files.exists(asset.file())) {
      throw new IOException(
          "asset " + asset.file() + " is missing; build it and run cdk synth again");
    }
    if (!asset.directory() || Files.isRegularFile(asset.file())) {
      s3.put(asset.bucket(), asset.key(), asset.file());
      return;
    }
    Path zip = Files.createTempFile("asset", ".zip");
    try {
      zip(asset.file(), zip);
      s3.put(asset.bucket(), asset.key(), zip);
    } finally {
      Files.delete(zip);
    }
  }

  private static void zip(Path directory, Path zip) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip));
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(directory.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }
}
