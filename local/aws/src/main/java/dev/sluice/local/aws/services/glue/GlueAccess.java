package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.ArrayList;
import java.util.List;

/**
 * What Glue's operations need. Those on the catalog need every level above, too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html">
 *     actions of Glue</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html">
 *     levels of the catalog</a>
 */
final class GlueAccess implements AccessRules<ObjectNode> {
  @Override
  public List<Access> of(String operation, ObjectNode input) {
    String action = "glue:" + operation;
    return switch (operation) {
      case "StartCrawler", "StopCrawler", "GetCrawler" ->
          List.of(Access.to(action, arn("crawler/" + input.path("Name").asText())));
      case "ListCrawls" ->
          List.of(Access.to(action, arn("crawler/" + input.path("CrawlerName").asText())));
      case "GetDatabases" -> catalog(action, "database/*");
      case "GetDatabase" -> catalog(action, "database/" + input.path("Name").asText());
      case "GetTables" -> table(action, input.path("DatabaseName").asText(), "*");
      case "GetTable" ->
          table(action, input.path("DatabaseName").asText(), input.path("Name").asText());
      case "GetPartitions" ->
          table(action, input.path("DatabaseName").asText(), input.path("TableName").asText());
      case "GetJob", "UpdateJob", "StartJobRun", "GetJobRun", "GetJobRuns", "BatchStopJobRun" ->
          List.of(job(action, input.path("JobName").asText()));
      default -> List.of(Access.to(action, "*"));
    };
  }

  static Access job(String action, String name) {
    return Access.to(action, arn("job/" + name));
  }

  static List<Access> catalog(String action, String... levels) {
    List<Access> all = new ArrayList<>(List.of(Access.to(action, arn("catalog"))));
    for (String level : levels) {
      all.add(Access.to(action, arn(level)));
    }
    return all;
  }

  static List<Access> table(String action, String database, String table) {
    return catalog(action, "database/" + database, "table/" + database + "/" + table);
  }

  static String arn(String resource) {
    return LocalAws.arn("glue", resource);
  }
}
