package dev.sluice.lambda.load;

import java.net.URI;
import java.util.Optional;

/** Tells whether a function's AWS is one on its own machine's loopback. */
public final class LocalAws {

  private LocalAws() {}

  /**
   * True where that is a URL of loopback, by a literal address or the name localhost; no other name
   * is trusted to stay there.
   *
   * @param endpoint the function's {@code AWS_ENDPOINT_URL}, which real functions lack
   */
  public static boolean isAt(Optional<String> endpoint) {
    try {
      String host = endpoint.map(URI::create).map(URI::getHost).orElse("");
      return host.equals("localhost")
          || host.equals("[::1]")
          || host.matches("127(\\.\\d{1,3}){3}");
    } catch (IllegalArgumentException noUrl) {
      return false;
    }
  }
}
