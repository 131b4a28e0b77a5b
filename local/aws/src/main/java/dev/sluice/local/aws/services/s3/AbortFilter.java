package dev.sluice.local.aws.services.s3;

import com.adobe.testing.s3mock.s3.model.BucketMetadata;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gives uploads in parts up and leaves what is there under their key, as AWS does. S3Mock would
 * take the object away with the upload.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html">AbortMultipartUpload</a>
 */
final class AbortFilter implements Filter {
  private static final String UPLOAD = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Supplier<S3Server> server;
  private final KeyLocks locks;

  AbortFilter(Supplier<S3Server> server, KeyLocks locks) {
    this.server = server;
    this.locks = locks;
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    ObjectPath path = ObjectPath.of(request);
    String upload = path.parameter("uploadId");
    if (!request.getMethod().equals("DELETE") || upload == null || !upload.matches(UPLOAD)) {
      chain.doFilter(request, response);
      return;
    }
    synchronized (locks.of(path.bucket(), path.key())) {
      if (gaveUp(path, UUID.fromString(upload))) {
        ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        chain.doFilter(request, response);
      }
    }
  }

  /** False where the key has nothing else, or the upload is unknown: S3Mock does and says that. */
  private boolean gaveUp(ObjectPath path, UUID upload) throws IOException {
    if (!server.get().store().doesBucketExist(path.bucket())) {
      return false;
    }
    BucketMetadata bucket = server.get().store().getBucketMetadata(path.bucket());
    if (!hasVersions(bucket, path.key())
        || server.get().uploads().getMultipartUploadInfo(bucket, upload) == null) {
      return false;
    }
    server.get().uploads().abortMultipartUpload(bucket, upload);
    return true;
  }

  private static boolean hasVersions(BucketMetadata bucket, String key) throws IOException {
    UUID id = bucket.getID(key);
    Path directory = id == null ? null : bucket.getPath().resolve(id.toString());
    if (directory == null || !Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith("objectMetadata.json"));
    }
  }
}
