package dev.sluice.pipeline.model;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the steps of a pipeline leave in the lake. */
public final class Publications {
  private final List<Entry> entries;

  private Publications(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  private record Entry(String pipeline, String step, Publication publication) {
    @Override
    public String toString() {
      return "step %s of %s (%s)".formatted(step, pipeline, publication.location());
    }
  }

  /**
   * Of one pipeline.
   *
   * @throws ConfigurationException if two steps write to one place
   */
  static Publications of(Pipeline pipeline, Assets assets) {
    List<Entry> entries = new ArrayList<>();
    for (Step step : pipeline.steps()) {
      step.publishes(assets).forEach(p -> entries.add(new Entry(pipeline.name(), step.name(), p)));
    }
    return new Publications(entries).requireApart();
  }

  /**
   * Refuses pipelines that would overwrite each other's data.
   *
   * @throws ConfigurationException naming the steps and the place
   */
  public static void requireApart(List<Pipeline> pipelines, Assets assets) {
    List<Entry> all = new ArrayList<>();
    pipelines.forEach(pipeline -> all.addAll(of(pipeline, assets).entries));
    new Publications(all).requireApart();
  }

  private Publications requireApart() {
    for (int i = 0; i < entries.size(); i++) {
      for (Entry other : entries.subList(i + 1, entries.size())) {
        if (entries.get(i).publication().overlaps(other.publication())) {
          throw new ConfigurationException(
              "%s and %s write to one place: the later would overwrite the earlier. Give one of them another place."
                  .formatted(entries.get(i), other));
        }
      }
    }
    return this;
  }

  /** The folders in which all of it lies, in the order of the steps. */
  public List<String> folders() {
    return entries.stream().map(entry -> entry.publication().folder()).toList();
  }

  /**
   * The folders of all tables, in the order of the steps, for a crawler to make a table of each.
   *
   * @throws ConfigurationException where two folders end alike: a crawler names tables by that end
   *     alone, and gives one of the two another name
   * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html">Names of the tables
   *     that a crawler creates</a>
   */
  public List<String> tableFolders() {
    Map<String, String> byName = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (String folder : entry.publication().tableFolders()) {
        String table = catalogName(folder);
        String earlier = byName.put(table, folder);
        if (earlier != null) {
          throw new ConfigurationException(
              "a crawler would call both %s and %s the table %s, and add a hash to one of the names. Step %s of %s publishes the second: give it a folder of another name."
                  .formatted(earlier, folder, table, entry.step(), entry.pipeline()));
        }
      }
    }
    return List.copyOf(byName.values());
  }

  private static String catalogName(String folder) {
    String[] path = folder.split("/");
    return path[path.length - 1].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
  }

  /** What SQL may read, as jobs take it: these, and the curated tables of other pipelines. */
  public List<Map<String, Object>> json() {
    List<Map<String, Object>> json = new ArrayList<>();
    entries.forEach(entry -> json.add(entry.publication().json(entry.step())));
    json.add(Publication.CURATED.json("the step whose SQL writes there"));
    return json;
  }
}
