package dev.sluice.console.chaos;

import dev.sluice.console.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the templates in which functions that load from an address get the same answers in
 * every run.
 */
final class FixedSources implements AutoCloseable {
  /** The variable of a function's environment, whose value refers to the deployed API. */
  private static final Pattern ADDRESS =
      Pattern.compile("(\"BASE_URL\"\\s*:\\s*)\\{(?:[^{}]|\\{[^{}]*\\})*\\}");

  private final StationFeeds stations = new StationFeeds();
  private final Home home;

  FixedSources(Home original, Path copy) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(original.assembly())) {
      files = tree.toList();
    }
    for (Path file : files) {
      Path to = copy.resolve(original.assembly().relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(to);
      } else if (file.toString().endsWith(".template.json")) {
        String address = Matcher.quoteReplacement("\"" + stations.address() + "\"");
        Files.writeString(to, ADDRESS.matcher(Files.readString(file)).replaceAll("$1" + address));
      } else {
        Files.copy(file, to);
      }
    }
    home = new Home(original.root(), original.state(), copy, original.deployment());
  }

  /** With the copy in the place of the templates. */
  Home home() {
    return home;
  }

  @Override
  public void close() {
    stations.close();
  }
}
