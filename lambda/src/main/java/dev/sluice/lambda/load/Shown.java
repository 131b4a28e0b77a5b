package dev.sluice.lambda.load;

import java.net.URI;

/** URLs as people may read them in errors and logs. */
final class Shown {

  private Shown() {}

  /** The URL without user, query and fragment, where secrets and signatures stand. */
  static String url(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return url.getScheme() + "://" + url.getHost() + port + path;
  }
}
