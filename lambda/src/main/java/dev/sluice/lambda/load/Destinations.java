package dev.sluice.lambda.load;

import dev.sluice.error.FeedInvalid;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Decides whether a URL may be asked, and at which address: https at public addresses. Where the
 * function itself talks to an AWS on loopback, a laptop's, loopback may be asked too, also by http.
 */
final class Destinations {
  /** Looks a name up; {@link InetAddress#getAllByName} unless a test says otherwise. */
  @FunctionalInterface
  interface Names {
    InetAddress[] lookUp(String host) throws UnknownHostException;
  }

  private final boolean loopbackToo;
  private final Names names;

  Destinations(boolean loopbackToo, Names names) {
    this.loopbackToo = loopbackToo;
    this.names = names;
  }

  /**
   * The address to connect to. All addresses of the name are checked, since the next look-up may
   * give any of them; the caller connects to this one and looks nothing up again.
   *
   * @throws FeedInvalid where the scheme or one of the addresses is refused
   * @throws UnknownHostException where the name has no address
   */
  InetAddress resolve(URI url) throws UnknownHostException {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    if (!secure && !loopbackToo) {
      throw new FeedInvalid(Shown.url(url), "the scheme " + url.getScheme(), "https");
    }
    if (url.getHost() == null) {
      throw new FeedInvalid(Shown.url(url), "no host", "https://host/path");
    }
    InetAddress[] addresses = names.lookUp(url.getHost());
    for (InetAddress address : addresses) {
      check(url, address, secure);
    }
    return addresses[0];
  }

  private void check(URI url, InetAddress address, boolean secure) {
    if (loopbackToo && address.isLoopbackAddress()) {
      return;
    }
    if (!secure) {
      throw new FeedInvalid(
          Shown.url(url), "http to " + address.getHostAddress(), "https, or a loopback address");
    }
    if (!PublicAddresses.contains(address)) {
      throw new FeedInvalid(
          Shown.url(url),
          "the address " + address.getHostAddress() + ", which is not on the public internet",
          "a public address; look at the base URL and at the name's records");
    }
  }
}
