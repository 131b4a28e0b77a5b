package dev.sluice.pipeline.model;

import dev.sluice.core.contract.DatasetContract;
import dev.sluice.core.lake.Zones;
import dev.sluice.pipeline.asl.Json;
import java.util.Map;

/**
 * Something that a step leaves in the lake: SQL reads it as a view, a crawler makes tables of it.
 *
 * <p>A family is a folder of tables: a star in its view stands for the folder that the star in its
 * location stands for.
 *
 * @param view its name in SQL: {@code products}, or {@code shop_*}
 * @param location below the lake, with a slash at its end: {@code raw/products/}, {@code
 *     raw/shop/*}{@code /}
 * @param format dataset (CSV by the contract of that name), json (a document a line), documents (a
 *     document a file), parquet, csv (with a header)
 */
public record Publication(String view, String location, String format) {
  /** What a pipeline may read of others: whatever lies in the curated zone. */
  static final Publication CURATED = new Publication("curated_*", Zones.curated("*"), "parquet");

  /** Checks itself. */
  public Publication {
    if (!location.matches("(raw|curated)/[^*]+/(\\*/)?|curated/\\*/")) {
      throw new IllegalArgumentException(
          "a step publishes below raw/ or curated/, with a slash at the end; found \""
              + location
              + "\"");
    }
    if (view.endsWith("*") != location.endsWith("/*/")) {
      throw new IllegalArgumentException(
          "a family has a star in view and location, found " + view + " and " + location);
    }
  }

  /** The files of a dataset that were found valid. */
  public static Publication dataset(DatasetContract dataset) {
    return new Publication(dataset.name(), Zones.raw(dataset.name()), "dataset");
  }

  /** One table. */
  public static Publication table(String view, String location, String format) {
    return new Publication(view, location, format);
  }

  /** A folder of tables: {@code shop_*} for {@code raw/shop/*}{@code /}. */
  public static Publication family(String source, String format) {
    return new Publication(source + "_*", Zones.raw(source) + "*/", format);
  }

  /** The folder in which a crawler finds it. */
  public String folder() {
    return location.replace("*/", "");
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
