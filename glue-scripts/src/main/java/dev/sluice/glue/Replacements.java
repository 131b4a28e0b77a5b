package dev.sluice.glue;

import dev.sluice.glue.replace.Switch;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** The folders that one statement replaces; each keeps its files where the statement fails. */
final class Replacements implements AutoCloseable {
  private final Map<String, Switch> folders = new LinkedHashMap<>();

  Replacements(Configuration configuration, LogicalPlan statement) {
    for (String location : Plans.targets(statement)) {
      folders.computeIfAbsent(location, target -> Switch.at(configuration, target));
    }
  }

  boolean isEmpty() {
    return folders.isEmpty();
  }

  /** The same statement, writing beside what it replaces. */
  LogicalPlan aside(LogicalPlan statement) {
    return Plans.redirect(statement, location -> folders.get(location).staging());
  }

  /**
   * Puts what was written into its places.
   *
   * @return the places by where it was written
   */
  Map<String, String> finish() {
    Map<String, String> places = new LinkedHashMap<>();
    for (Switch folder : folders.values()) {
      folder.finish();
      places.put(folder.staging(), folder.target());
    }
    return places;
  }

  @Override
  public void close() {
    folders.values().forEach(Switch::close);
  }
}
