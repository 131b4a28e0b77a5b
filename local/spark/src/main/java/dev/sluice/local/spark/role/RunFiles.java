package dev.sluice.local.spark.role;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** {@link RunFileSystem} for code that uses Hadoop's {@code FileContext}, as Spark's streams do. */
public final class RunFiles extends DelegateToFileSystem {
  /** Called by Hadoop. */
  public RunFiles(URI bucket, Configuration configuration) throws IOException, URISyntaxException {
    super(bucket, new RunFileSystem(), configuration, "s3a", false);
  }
}
