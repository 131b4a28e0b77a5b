package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.endpoint.RequestGuard;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.springframework.core.Ordered;

/**
 * {@link RequestGuard} in front of S3Mock, which by itself answers preflights and allows every
 * origin. The first filter of all.
 */
final class S3Guard implements Filter, Ordered {
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    Optional<String> refusal =
        RequestGuard.refusal(
            request.getLocalPort(), name -> Collections.list(request.getHeaders(name)));
    if (refusal.isEmpty()) {
      chain.doFilter(new WithoutOrigin(request), response);
      return;
    }
    HttpServletResponse refused = (HttpServletResponse) response;
    refused.setStatus(RequestGuard.FORBIDDEN);
    refused.setContentType(RequestGuard.TEXT);
    refused.getWriter().write(refusal.get());
  }

  /** What is let through comes from no other origin; S3Mock would still add its CORS headers. */
  private static final class WithoutOrigin extends HttpServletRequestWrapper {
    WithoutOrigin(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase("Origin") ? null : super.getHeader(name);
    }
  }
}
