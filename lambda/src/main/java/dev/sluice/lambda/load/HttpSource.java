package dev.sluice.lambda.load;

import dev.sluice.core.lake.Zones;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Feeds of one HTTP source.
 *
 * @param name of the source, as its folder in the raw zone is called
 * @param base URL below which the feeds lie, without a slash at its end
 * @param feeds names; a feed's URL is {@code <base>/<feed>.json}
 * @param limits how much it may ask of us
 * @param headersSecret ARN of the secret with headers for each request, where the source wants any
 */
public record HttpSource(
    String name, String base, List<String> feeds, Limits limits, Optional<String> headersSecret) {
  /** Folders of the lake become names of views, which SQL reads without quotes. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private static final Pattern BASE = Pattern.compile("https?://[^/?#@\\s]+[^?#@\\s]*");

  public HttpSource {
    base = base.replaceAll("/+$", "");
    feeds = List.copyOf(feeds);
    check("source", name);
    feeds.forEach(feed -> check("feed", feed));
    if (!BASE.matcher(base).matches()) {
      throw new IllegalArgumentException(
          "the base URL of source "
              + name
              + " is not usable, expected https://host/path without user, query and fragment;"
              + " secrets belong into headers");
    }
    if (feeds.isEmpty() || new HashSet<>(feeds).size() < feeds.size()) {
      throw new IllegalArgumentException(
          "source " + name + " has the feeds " + feeds + ", expected one or more, each once");
    }
  }

  /** Where a feed is. */
  URI url(String feed) {
    return URI.create(base + "/" + feed + ".json");
  }

  /** Where a feed's snapshots lie in the lake, with a slash at its end. */
  String prefix(String feed) {
    return Zones.raw(name) + feed + "/";
  }

  private static void check(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s '%s': expected a small letter, then small letters, digits and underscores"
              .formatted(what, name));
    }
  }
}
