package dev.sluice.pipeline.step;

import dev.sluice.config.ConfigurationException;
import dev.sluice.pipeline.model.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of Spark SQL, as far as the application must know it: the tables that it writes. */
record SqlFile(String text) {
  private static final Pattern WRITE =
      Pattern.compile(
          "INSERT\\s+OVERWRITE\\s+DIRECTORY\\s+'\\$\\{lake}/(curated/([^'/$]+))/?'\\s+USING\\s+(\\w+)",
          Pattern.CASE_INSENSITIVE);

  /**
   * Reads the file.
   *
   * @throws ConfigurationException if it cannot be read
   */
  static SqlFile of(String file) {
    try {
      return new SqlFile(
          Files.readAllLines(Path.of(file)).stream()
              .filter(line -> !line.strip().startsWith("--"))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + file + ": " + e.getMessage());
    }
  }

  /** Tables that it writes to {@code curated/}, each once. */
  List<Publication> publications() {
    Map<String, Publication> found = new LinkedHashMap<>();
    Matcher write = WRITE.matcher(text);
    while (write.find()) {
      String location = write.group(1) + "/";
      String format = write.group(3).toLowerCase(java.util.Locale.ROOT);
      found.put(location, Publication.table("curated_" + write.group(2), location, format));
    }
    return List.copyOf(found.values());
  }
}
