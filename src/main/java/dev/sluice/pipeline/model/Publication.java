package dev.sluice.pipeline.model;

import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.lake.Zones;
import dev.sluice.pipeline.asl.Json;
import java.util.List;
import java.util.Map;

/**
 * Something that a step leaves in the lake: SQL reads it as a view, a crawler makes tables of it.
 *
 * <p>A family is a folder of tables: the star in its view stands for the same name as the star in
 * its location.
 *
 * @param view its name in SQL: {@code products}, or {@code shop_*}
 * @param location below the lake, with a slash at its end: {@code raw/products/}, {@code
 *     raw/shop/shop_*}{@code /}
 * @param format dataset (the rows of valid files, by the contract of that name), json (a document a
 *     line), documents (a document a file), parquet, csv (with a header)
 * @param members of a family, as far as the application knows them: names for the star
 */
public record Publication(String view, String location, String format, List<String> members) {
  /** What a pipeline may read of others: whatever lies in the curated zone. */
  static final Publication CURATED =
      new Publication("curated_*", Zones.curated("*"), "parquet", List.of());

  /** Checks itself. */
  public Publication {
    members = List.copyOf(members);
    if (!location.matches("(raw|curated)/[^*]+/([^/*]*\\*/)?|curated/\\*/")) {
      throw new IllegalArgumentException(
          "a step publishes below raw/ or curated/, with a slash at the end; found \""
              + location
              + "\"");
    }
    if (view.endsWith("*") != location.endsWith("*/")) {
      throw new IllegalArgumentException(
          "a family has a star in view and location, found " + view + " and " + location);
    }
  }

  /** The files of a dataset that were found valid. */
  public static Publication dataset(DatasetContract dataset) {
    return table(dataset.name(), Zones.raw(dataset.name()), "dataset");
  }

  /** One table. */
  public static Publication table(String view, String location, String format) {
    return new Publication(view, location, format, List.of());
  }

  /**
   * Tables of a database, {@code shop_*} at {@code raw/shop/shop_*}{@code /}: a crawler names a
   * table by its folder alone, so the folder tells whose {@code products} it holds.
   */
  public static Publication tables(String source, List<String> tables) {
    return new Publication(source + "_*", Zones.raw(source) + source + "_*/", "parquet", tables);
  }

  /** Feeds of an HTTP API, {@code stations_*} at {@code raw/stations/*}{@code /}. */
  public static Publication feeds(String source, List<String> feeds) {
    return new Publication(source + "_*", Zones.raw(source) + "*/", "documents", feeds);
  }

  /** The folder in which all of it lies. */
  public String folder() {
    return location.replaceFirst("[^/]*\\*/$", "");
  }

  /** The folders of its tables. */
  List<String> tableFolders() {
    return view.endsWith("*")
        ? members.stream().map(member -> location.replace("*", member)).toList()
        : List.of(location);
  }

  /** Whether both would write to one place. */
  boolean overlaps(Publication other) {
    return folder().startsWith(other.folder()) || other.folder().startsWith(folder());
  }

  /** As jobs read it. */
  Map<String, Object> json(String step) {
    return Json.object("view", view, "location", location, "format", format, "step", step);
  }
}
