package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a crawler makes tables of the folders below a target: folders that are alike become
 * partitions of one table, the others a table each.
 *
 * @param combine whether folders of one format are one table, whatever their columns
 * @param level at which depth tables lie, with the bucket as 1; 0: wherever folders are alike
 * @see <a
 *     href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html">How
 *     does a crawler determine when to create partitions?</a>
 * @see <a href="https://repost.aws/knowledge-center/glue-crawler-detect-schema">How does the AWS
 *     Glue crawler detect the schema?</a>
 */
record Grouping(boolean combine, int level) {
  /** The share of folders that must have one schema for all to be one table. */
  private static final double ALIKE = 0.7;

  private static final int MOST_SCHEMAS = 5;

  /**
   * Of a crawler.
   *
   * @throws IOException where its Configuration is no JSON or asks for what is not run locally
   */
  static Grouping of(JsonNode crawler) throws IOException {
    String text = crawler.path("Configuration").asText("");
    if (text.isEmpty()) {
      return new Grouping(false, 0);
    }
    JsonNode configuration;
    try {
      configuration = Json.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("The crawler's Configuration is no JSON: " + text, e);
    }
    JsonNode grouping = configuration.path("Grouping");
    String policy = grouping.path("TableGroupingPolicy").asText("");
    if (!policy.isEmpty() && !policy.equals("CombineCompatibleSchemas")) {
      throw new IOException(
          "The crawler's TableGroupingPolicy is '"
              + policy
              + "'; expected CombineCompatibleSchemas, or none.");
    }
    return new Grouping(!policy.isEmpty(), grouping.path("TableLevelConfiguration").asInt(0));
  }

  /**
   * The tables of a target.
   *
   * @param target the target's folder in the bucket, with a slash at its end; empty for the bucket
   * @param folders all that have data files, none of them twice
   */
  List<TableFolder> tables(String target, List<CrawledFolder> folders) {
    return level > 0 ? atLevel(folders) : below(target, folders);
  }

  private List<TableFolder> atLevel(List<CrawledFolder> folders) {
    Map<String, List<CrawledFolder>> roots = new LinkedHashMap<>();
    for (CrawledFolder folder : folders) {
      List<String> path = folder.below("");
      List<String> root = path.subList(0, Math.min(path.size(), level - 1));
      roots.computeIfAbsent(folder(root), any -> new ArrayList<>()).add(folder);
    }
    return roots.entrySet().stream().map(e -> new TableFolder(e.getKey(), e.getValue())).toList();
  }

  private static String folder(List<String> path) {
    return path.isEmpty() ? "" : String.join("/", path) + "/";
  }

  private List<TableFolder> below(String root, List<CrawledFolder> folders) {
    if (folders.isEmpty()) {
      return List.of();
    }
    if (folders.size() > 1 && areOneTable(root, folders)) {
      return List.of(new TableFolder(root, folders));
    }
    Map<String, List<CrawledFolder>> children = new LinkedHashMap<>();
    List<TableFolder> tables = new ArrayList<>();
    for (CrawledFolder folder : folders) {
      if (folder.path().equals(root) || folders.size() == 1) {
        tables.add(TableFolder.of(folder));
      } else {
        String child = root + folder.below(root).get(0) + "/";
        children.computeIfAbsent(child, any -> new ArrayList<>()).add(folder);
      }
    }
    children.forEach((child, all) -> tables.addAll(below(child, all)));
    return tables;
  }

  private boolean areOneTable(String root, List<CrawledFolder> folders) {
    CrawledFolder first = folders.get(0);
    if (!folders.stream().allMatch(folder -> folder.fits(first, root))) {
      return false;
    }
    Map<Schema, Integer> schemas = new LinkedHashMap<>();
    folders.forEach(folder -> schemas.merge(folder.schema(), 1, Integer::sum));
    int most = schemas.values().stream().mapToInt(count -> count).max().orElse(0);
    return combine || (schemas.size() <= MOST_SCHEMAS && most >= ALIKE * folders.size());
  }
}
