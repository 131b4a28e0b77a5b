package dev.sluice.lambda.load;

import dev.sluice.error.FeedInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * One GET at an address that was checked; no redirect is followed. The JDK's oldest client, since
 * the AWS SDK has loaded it already and its sockets can be ours, see {@link PinnedSockets}. By
 * http, which a laptop's loopback alone may speak, the checked address stands in the URL itself.
 */
final class HttpGet {
  private static final int CONNECT_MILLIS = 5_000;

  private final Destinations destinations;
  private final Limits limits;
  private final Supplier<SSLSocketFactory> tls;

  HttpGet(Destinations destinations, Limits limits, Supplier<SSLSocketFactory> tls) {
    this.destinations = destinations;
    this.limits = limits;
    this.tls = tls;
  }

  /**
   * Asks once.
   *
   * @throws FeedInvalid where the URL must not be asked, or the body is too large or packed in a
   *     way that was not asked for
   * @throws IOException where no whole answer arrived
   */
  Answer get(URI url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(url, destinations.resolve(url));
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(Math.toIntExact(limits.request().toMillis()));
      connection.setRequestProperty("User-Agent", "sluice");
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty("Accept-Encoding", "gzip");
      // A function that sleeps between events would find a dead connection.
      connection.setRequestProperty("Connection", "close");
      headers.forEach(connection::setRequestProperty);
      int status = connection.getResponseCode();
      byte[] body = status == HttpURLConnection.HTTP_OK ? body(url, connection) : new byte[0];
      return new Answer(status, connection::getHeaderField, body);
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(URI url, InetAddress address) throws IOException {
    if ("https".equalsIgnoreCase(url.getScheme())) {
      HttpsURLConnection connection =
          (HttpsURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
      connection.setSSLSocketFactory(new PinnedSockets(address, tls.get()));
      return connection;
    }
    return (HttpURLConnection) at(url, address).openConnection(Proxy.NO_PROXY);
  }

  private static URL at(URI url, InetAddress address) throws MalformedURLException {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return new URL("http", address.getHostAddress(), url.getPort(), url.getRawPath() + query);
  }

  private byte[] body(URI url, HttpURLConnection connection) throws IOException {
    String encoding = connection.getContentEncoding();
    boolean gzip = "gzip".equalsIgnoreCase(encoding);
    if (encoding != null && !gzip && !encoding.equalsIgnoreCase("identity")) {
      throw new FeedInvalid(Shown.url(url), "a content encoding other than gzip", "gzip or none");
    }
    try (InputStream wire = connection.getInputStream()) {
      return new BodyReader(limits).read(wire, connection.getContentLengthLong(), gzip);
    } catch (BodyReader.TooLarge e) {
      throw new FeedInvalid(
          Shown.url(url), e.getMessage(), "a smaller feed, or a higher limit for this source");
    }
  }
}
