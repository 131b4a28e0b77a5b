package dev.sluice.glue.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.core.text.Spelling;
import dev.sluice.glue.failure.JobFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the steps of a pipeline publish, by the names that SQL may read. A name of its own wins
 * over a family; of two families, the one with the longer beginning wins.
 */
public final class Publications {
  private final Map<String, Published> byView = new TreeMap<>();

  private Publications(List<Published> all) {
    for (Published published : all) {
      Published earlier = byView.put(published.view(), published);
      if (earlier != null) {
        throw new JobFailure(
            "--inputs: '%s' is published by %s and by %s, expected one step; rename one"
                .formatted(published.view(), earlier.step(), published.step()));
      }
    }
  }

  /**
   * Reads {@code [{"view": "sales", "location": "raw/sales/", "format": "dataset", "step":
   * "validate_sales"}, …]}.
   *
   * @throws JobFailure where it is not of that form, or a location would leave the lake
   */
  public static Publications parse(String json) {
    JsonNode array;
    try {
      array = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new JobFailure("--inputs is '" + json + "', expected a JSON array", malformed);
    }
    if (!array.isArray()) {
      throw new JobFailure("--inputs is '" + json + "', expected a JSON array");
    }
    List<Published> all = new ArrayList<>();
    for (JsonNode item : array) {
      all.add(
          new Published(
              text(item, "view"),
              text(item, "location"),
              Format.of(text(item, "format")),
              text(item, "step")));
    }
    return new Publications(all);
  }

  private static String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    if (!value.isTextual()) {
      throw new JobFailure(
          "--inputs has %s, expected an object with the text '%s'".formatted(item, field));
    }
    return value.asText();
  }

  /**
   * What a name means.
   *
   * @param published by which step, in which format
   * @param location folder in the lake, with a slash at its end
   */
  record Match(Published published, String location) {}

  /**
   * Finds what a name means.
   *
   * @throws JobFailure where no step publishes it, with what may be read
   */
  Match get(String name) {
    return byView.values().stream()
        .sorted(
            Comparator.comparing(Published::isFamily)
                .thenComparing(published -> -published.prefix().length()))
        .flatMap(
            published ->
                published.locationOf(name).map(found -> new Match(published, found)).stream())
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private JobFailure unknown(String name) {
    String meant =
        Spelling.nearest(name, byView.keySet())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    return new JobFailure(
        "the SQL reads '%s', which no step of the pipeline makes; expected one of %s%s"
            .formatted(name, byView.keySet(), meant));
  }
}
