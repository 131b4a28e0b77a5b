package dev.sluice.local.aws.services.s3;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Remembers whether a request failed within S3Mock, which then may have left a file half written: a
 * full disk leaves empty ones.
 */
final class S3Failures implements Filter {
  private volatile boolean seen;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = ((HttpServletResponse) response).getStatus() < 500;
    } finally {
      if (!answered) {
        seen = true;
      }
    }
  }

  boolean seen() {
    return seen;
  }
}
