package dev.sluice.config;

import java.util.List;
import java.util.regex.Pattern;

/** Where a user's own HTTP API is. */
final class HttpSettings {
  private static final Pattern URL = Pattern.compile("|https?://[^\\s?#@]+");
  private static final Pattern SECRET = Pattern.compile("|arn:[a-z-]+:secretsmanager:\\S+");

  private HttpSettings() {}

  static Settings.Http read(Context context, String name, boolean demo) {
    Context api = context.object(name, List.of("url", "headersSecretArn"));
    Settings.Http found =
        new Settings.Http(
            api.text(
                "url",
                "of your own API, to which /<feed>.json is appended, with demoStations false",
                "",
                URL,
                "https://host/path, without ? or user name"),
            api.text(
                "headersSecretArn",
                "headers to send with each request, such as a key",
                "",
                SECRET,
                "the ARN of a secret with a JSON object of header names and values"));
    if (demo != found.url().isEmpty()) {
      api.finding(
          "url",
          found.url(),
          demo
              ? "nothing while demoStations is true; set demoStations to false to use your own API"
              : "https://host/path, since demoStations is false");
    }
    return found;
  }
}
