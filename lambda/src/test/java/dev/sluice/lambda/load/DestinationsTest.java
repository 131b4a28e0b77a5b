package dev.sluice.lambda.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.FeedInvalid;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationsTest {
  private static final String URL = "https://feeds.example/gbfs/a.json?key=s3cr3t";

  @Test
  void shouldGiveTheAddressThatItChecked() throws Exception {
    assertThat(resolve(false, URL, "1.1.1.1", "2606:4700::1").getHostAddress())
        .isEqualTo("1.1.1.1");
  }

  @Test
  void shouldRefuseANameOfWhichAnyAddressIsPrivate() {
    assertThatThrownBy(() -> resolve(false, URL, "1.1.1.1", "10.0.0.7"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessage(
            "https://feeds.example/gbfs/a.json: found the address 10.0.0.7, which is not on the public internet, expected a public address; look at the base URL and at the name's records");
    assertThatThrownBy(() -> resolve(false, URL, "127.0.0.1")).isInstanceOf(FeedInvalid.class);
    assertThatThrownBy(() -> resolve(false, URL, "::ffff:169.254.169.254"))
        .isInstanceOf(FeedInvalid.class);
  }

  @Test
  void shouldRefuseHttp() {
    assertThatThrownBy(() -> resolve(false, "http://feeds.example/a.json", "1.1.1.1"))
        .isInstanceOf(FeedInvalid.class)
        .hasMessage("http://feeds.example/a.json: found the scheme http, expected https");
    assertThatThrownBy(() -> resolve(false, "http://127.0.0.1/a.json", "127.0.0.1"))
        .isInstanceOf(FeedInvalid.class);
  }

  @Test
  void shouldLetALaptopAskItselfAndThePublicOnly() throws Exception {
    assertThat(resolve(true, "http://localhost:99/a.json", "127.0.0.1")).isNotNull();
    assertThat(resolve(true, "http://[::1]:99/a.json", "::1")).isNotNull();
    assertThat(resolve(true, URL, "127.0.0.1")).isNotNull();
    assertThat(resolve(true, URL, "1.1.1.1")).isNotNull();
    assertThatThrownBy(() -> resolve(true, "http://feeds.example/a.json", "1.1.1.1"))
        .hasMessageContaining("found http to 1.1.1.1, expected https, or a loopback address");
    assertThatThrownBy(() -> resolve(true, URL, "192.168.1.1")).isInstanceOf(FeedInvalid.class);
    assertThatThrownBy(() -> resolve(true, "http://x.example/a.json", "127.0.0.1", "10.0.0.1"))
        .isInstanceOf(FeedInvalid.class);
  }

  @Test
  void shouldCountAsALaptopOnlyWhereAwsIsOnLoopback() {
    assertThat(List.of("http://127.0.0.1:4566", "http://localhost:1/x", "http://[::1]:4566"))
        .allMatch(url -> LocalAws.isAt(Optional.of(url)));
    assertThat(
            List.of(
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://evil.example/127.0.0.1",
                "http://127.0.0.1@evil.example",
                "https://vpce-1.s3.amazonaws.com",
                "http://10.0.0.1",
                "not a url"))
        .noneMatch(url -> LocalAws.isAt(Optional.of(url)));
    assertThat(LocalAws.isAt(Optional.empty())).isFalse();
  }

  private static InetAddress resolve(boolean laptop, String url, String... addresses)
      throws UnknownHostException {
    return new Destinations(laptop, host -> literals(addresses)).resolve(URI.create(url));
  }

  private static InetAddress[] literals(String... addresses) {
    return Arrays.stream(addresses)
        .map(
            literal -> {
              try {
                return InetAddress.getByName(literal);
              } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
              }
            })
        .toArray(InetAddress[]::new);
  }
}
