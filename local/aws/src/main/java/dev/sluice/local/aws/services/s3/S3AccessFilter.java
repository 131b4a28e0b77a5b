package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.access.UnknownCaller;
import dev.sluice.local.iam.request.Principal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;

/** Judges every request to S3 before S3Mock sees it, which asks nobody who they are. */
final class S3AccessFilter implements Filter, Ordered {
  private final Gatekeeper gate;
  private final KeyRights keys;
  private final StoredObjects stored;

  /**
   * @param stored what is there already
   */
  S3AccessFilter(Gatekeeper gate, KeyRights keys, StoredObjects stored) {
    this.gate = gate;
    this.keys = keys;
    this.stored = stored;
  }

  /** Behind the guard against web pages, before events and deletions. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    HttpServletResponse response = (HttpServletResponse) answer;
    S3Request asked = S3Request.of(request);
    HttpServletRequest passedOn = request;
    try {
      Principal caller =
          gate.caller(Signature.of(request::getHeader, name -> asked.path().parameter(name)));
      List<Access> needed = new ArrayList<>(S3Access.of(asked));
      if (S3Access.readsBack(asked)) {
        needed.addAll(keys.readBack(S3Access.arn(asked.path().bucket(), "")));
      }
      if (asked.copiesTags() && stored.tagged(asked.copySource())) {
        needed.addAll(S3Access.copyTags(asked));
      }
      if (request.getMethod().equals("POST") && asked.has("delete")) {
        DeletionList list = DeletionList.of(request);
        needed.addAll(list.needed(asked.path().bucket()));
        passedOn = list.request();
      }
      gate.require(caller, needed);
      hideAbsence(caller, asked);
    } catch (UnknownCaller e) {
      S3Errors.send(
          request,
          response,
          e.isUnsigned() ? "AccessDenied" : "InvalidAccessKeyId",
          e.getMessage());
      return;
    } catch (AccessDenied e) {
      S3Errors.send(request, response, "AccessDenied", e.getMessage());
      return;
    } catch (MalformedXml e) {
      S3Errors.send(request, response, "MalformedXML", e.getMessage());
      return;
    }
    chain.doFilter(passedOn, response);
  }

  /**
   * Whether an object is missing is told only to those who may list its bucket.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
   */
  private void hideAbsence(Principal caller, S3Request asked) {
    boolean reads = asked.method().equals("GET") || asked.method().equals("HEAD");
    if (reads && !asked.path().key().isEmpty() && !stored.exists(asked.path())) {
      gate.require(caller, List.of(S3Access.list(asked.path().bucket(), asked.path().key())));
    }
  }
}
