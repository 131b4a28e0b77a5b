package dev.sluice.core.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the files of one dataset look like and where they arrive.
 *
 * @param name of the dataset: lower case, digits, underscores; also its table of raw rows
 * @param description for people, may be empty
 * @param cadence how often a file is expected
 * @param landingPrefix of its objects in the landing bucket, ends with a slash
 * @param filePattern glob over the rest of the key: {@code *} and {@code ?} stop at a slash
 * @param size allowed bytes of one file
 * @param rows allowed data rows of one file, the header not counted
 * @param limits of what is in one file
 * @param await how long a run waits for a file to arrive
 * @param dialect how the CSV is written
 * @param columns in the file's order
 * @param uniqueKey lake names of the columns that together identify a row of a file; may be empty
 * @param toleratedBadRows how many rows may break the contract before the file is invalid
 */
public record DatasetContract(
    String name,
    String description,
    Cadence cadence,
    String landingPrefix,
    String filePattern,
    Limits size,
    Limits rows,
    TextLimits limits,
    Duration await,
    CsvDialect dialect,
    List<Column> columns,
    List<String> uniqueKey,
    long toleratedBadRows) {

  public DatasetContract {
    columns = List.copyOf(columns);
    uniqueKey = List.copyOf(uniqueKey);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "dataset " + name + " has no columns, expected one or more");
    }
  }

  /** The column of that name in the lake. */
  public Optional<Column> column(String lakeName) {
    return columns.stream().filter(column -> column.lakeName().equals(lakeName)).findFirst();
  }

  /**
   * True where an object of the landing bucket is a file of this dataset.
   *
   * @param key the object's key, decoded
   */
  public boolean owns(String key) {
    return key.startsWith(landingPrefix)
        && fileRegex().matcher(key.substring(landingPrefix.length())).matches();
  }

  private Pattern fileRegex() {
    StringBuilder regex = new StringBuilder();
    for (char c : filePattern.toCharArray()) {
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
