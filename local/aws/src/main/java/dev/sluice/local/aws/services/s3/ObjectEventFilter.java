package dev.sluice.local.aws.services.s3;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends an Object Created event for each object that a request created, before the client has its
 * answer: who has the answer may rely on the event.
 */
final class ObjectEventFilter implements Filter {
  private final ObjectEvents events;
  private final KeyLocks locks;

  ObjectEventFilter(ObjectEvents events, KeyLocks locks) {
    this.events = events;
    this.locks = locks;
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    Creation creation = Creation.of(request);
    if (creation == null || !events.enabled(creation.bucket())) {
      chain.doFilter(request, response);
      return;
    }
    ContentCachingResponseWrapper held =
        new ContentCachingResponseWrapper((HttpServletResponse) response);
    // One writer an object at a time, so that sequencers grow in the order of versions.
    synchronized (locks.of(creation.bucket(), creation.key())) {
      long intent = events.begin(creation);
      chain.doFilter(request, held);
      if (held.getStatus() < 300) {
        events.created(
            creation.read(request), held.getHeader("x-amz-version-id"), request.getRemoteAddr());
      }
      events.end(intent);
    }
    held.copyBodyToResponse();
  }
}
