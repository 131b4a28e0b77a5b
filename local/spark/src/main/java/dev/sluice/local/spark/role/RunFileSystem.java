package dev.sluice.local.spark.role;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BulkDelete;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.MultipartUploaderBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.StorageStatistics;
import org.apache.hadoop.fs.statistics.IOStatistics;
import org.apache.hadoop.fs.statistics.IOStatisticsSource;
import org.apache.hadoop.security.token.DelegationTokenIssuer;
import org.apache.hadoop.security.token.Token;

/**
 * S3 as the run sees it that asks for it: S3A with the credentials of the run's role, also on S3A's
 * own threads. Hadoop must not cache it ({@code fs.s3.impl.disable.cache}), since it knows users,
 * not runs. What S3A does in a way of its own is passed on where {@link FilterFileSystem} does not
 * do so already, or else listings would go folder by folder and deletes file by file.
 */
public final class RunFileSystem extends FilterFileSystem implements IOStatisticsSource {
  /**
   * @throws AccessDeniedException where the calling thread works for no run that is under way
   */
  @Override
  public void initialize(URI name, Configuration configuration) throws IOException {
    Credentials credentials =
        CallingRun.credentials()
            .orElseThrow(() -> new AccessDeniedException(name.toString(), null, nobody()));
    fs = RoleFileSystems.of(credentials, name, configuration);
    super.initialize(name, configuration);
  }

  private static String nobody() {
    String run = CallingRun.id();
    return run == null
        ? "this thread works for no job run, so it has no role's credentials; call S3 from the run's own threads"
        : "this thread works for the run %s, which has ended; end threads and pools with the run"
            .formatted(run);
  }

  /** Does nothing: others use the same client. */
  @Override
  public void close() {}

  @Override
  public String getScheme() {
    return fs.getScheme();
  }

  @Override
  public boolean exists(Path path) throws IOException {
    return fs.exists(path);
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public boolean isDirectory(Path path) throws IOException {
    return fs.isDirectory(path);
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public boolean isFile(Path path) throws IOException {
    return fs.isFile(path);
  }

  @Override
  public RemoteIterator<LocatedFileStatus> listFiles(Path path, boolean recursive)
      throws IOException {
    return fs.listFiles(path, recursive);
  }

  @Override
  public FileStatus[] globStatus(Path pattern) throws IOException {
    return fs.globStatus(pattern);
  }

  @Override
  public FileStatus[] globStatus(Path pattern, PathFilter filter) throws IOException {
    return fs.globStatus(pattern, filter);
  }

  @Override
  public ContentSummary getContentSummary(Path path) throws IOException {
    return fs.getContentSummary(path);
  }

  @Override
  public BulkDelete createBulkDelete(Path base) throws IOException {
    return fs.createBulkDelete(base);
  }

  @Override
  public MultipartUploaderBuilder<?, ?> createMultipartUploader(Path base) throws IOException {
    return fs.createMultipartUploader(base);
  }

  @Override
  public boolean deleteOnExit(Path path) throws IOException {
    return fs.deleteOnExit(path);
  }

  @Override
  public boolean cancelDeleteOnExit(Path path) {
    return fs.cancelDeleteOnExit(path);
  }

  @Override
  public String getCanonicalServiceName() {
    return fs.getCanonicalServiceName();
  }

  @Override
  public Token<?> getDelegationToken(String renewer) throws IOException {
    return fs.getDelegationToken(renewer);
  }

  @Override
  public DelegationTokenIssuer[] getAdditionalTokenIssuers() throws IOException {
    return fs.getAdditionalTokenIssuers();
  }

  @Override
  public StorageStatistics getStorageStatistics() {
    return fs.getStorageStatistics();
  }

  @Override
  public IOStatistics getIOStatistics() {
    return ((IOStatisticsSource) fs).getIOStatistics();
  }
}
