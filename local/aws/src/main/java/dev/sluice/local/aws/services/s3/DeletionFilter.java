package dev.sluice.local.aws.services.s3;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Completes deletions of single versions, see {@link DeletedVersions}. */
final class DeletionFilter implements Filter {
  private static final int LARGEST_REQUEST = 2 << 20;

  private final DeletedVersions versions;
  private final KeyLocks locks;

  DeletionFilter(DeletedVersions versions, KeyLocks locks) {
    this.versions = versions;
    this.locks = locks;
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    ObjectPath path = ObjectPath.of(request);
    String version = path.parameter("versionId");
    if (request.getMethod().equals("DELETE") && version != null) {
      synchronized (locks.of(path.bucket(), path.key())) {
        chain.doFilter(request, response);
        if (succeeded(response)) {
          versions.clean(path.bucket(), path.key(), version);
        }
      }
    } else if (request.getMethod().equals("POST") && path.parameter("delete") != null) {
      ContentCachingRequestWrapper kept =
          new ContentCachingRequestWrapper(request, LARGEST_REQUEST);
      chain.doFilter(kept, response);
      if (succeeded(response)) {
        clean(path.bucket(), kept.getContentAsByteArray());
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean succeeded(ServletResponse response) {
    return ((HttpServletResponse) response).getStatus() < 300;
  }

  private void clean(String bucket, byte[] body) throws IOException {
    try {
      for (DeletionList.Entry entry : DeletionList.entries(body)) {
        if (entry.version() != null) {
          versions.clean(bucket, entry.key(), entry.version());
        }
      }
    } catch (MalformedXml e) {
      throw new IllegalStateException("a list was refused after it had been obeyed", e);
    }
  }
}
