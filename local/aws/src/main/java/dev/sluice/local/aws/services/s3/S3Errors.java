package dev.sluice.local.aws.services.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.web.util.HtmlUtils;

/**
 * Refusals as S3 sends them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">AWS</a>
 */
final class S3Errors {
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;

  private S3Errors() {}

  static void send(
      HttpServletRequest request, HttpServletResponse response, String code, String message)
      throws IOException {
    response.setStatus(code.equals("MalformedXML") ? BAD_REQUEST : FORBIDDEN);
    String id = UUID.randomUUID().toString();
    response.setHeader("x-amz-request-id", id);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    response.setContentType("application/xml");
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + HtmlUtils.htmlEscape(message, "UTF-8")
            + "</Message><RequestId>"
            + id
            + "</RequestId><HostId>local</HostId></Error>";
    response.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
  }
}
