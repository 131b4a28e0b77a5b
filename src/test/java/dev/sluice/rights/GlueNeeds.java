package dev.sluice.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Glue does in the name of a job's or crawler's role.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/create-service-policy.html">AWS, what
 *     the role of a job or crawler needs, with the network of a connection</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-prereqs.html">AWS, crawler
 *     prerequisites</a>
 */
final class GlueNeeds {
  private static final String SERVICE =
      "https://docs.aws.amazon.com/glue/latest/dg/create-service-policy.html";
  private static final String CRAWLER =
      "https://docs.aws.amazon.com/glue/latest/dg/crawler-prereqs.html";
  private static final List<String> NETWORK =
      List.of(
          "CreateNetworkInterface",
          "DeleteNetworkInterface",
          "DescribeNetworkInterfaces",
          "DescribeRouteTables",
          "DescribeSecurityGroups",
          "DescribeSubnets",
          "DescribeVpcAttribute",
          "DescribeVpcEndpoints");
  private static final List<String> TAGS = List.of("CreateTags", "DeleteTags");
  private static final List<String> LOGS =
      List.of("CreateLogGroup", "CreateLogStream", "PutLogEvents");
  private static final List<String> TABLES = List.of("GetTable", "CreateTable", "UpdateTable");
  private static final List<String> PARTITIONS =
      List.of("GetPartitions", "BatchGetPartition", "BatchCreatePartition");

  private final String resource;
  private final JsonNode properties;
  private final List<Need> needs = new ArrayList<>();

  private GlueNeeds(String resource, JsonNode properties) {
    this.resource = resource;
    this.properties = properties;
  }

  static List<Need> of(JsonTree template) {
    List<Need> all = new ArrayList<>();
    template
        .resources("AWS::Glue::Job")
        .forEach(
            job -> {
              GlueNeeds needs = new GlueNeeds(job.getKey(), job.getValue().path("Properties"));
              needs.runtime();
              if (!needs.properties.path("Connections").path("Connections").isEmpty()) {
                needs.connection();
              }
              all.addAll(needs.needs);
            });
    template
        .resources("AWS::Glue::Crawler")
        .forEach(
            crawler -> {
              GlueNeeds needs =
                  new GlueNeeds(crawler.getKey(), crawler.getValue().path("Properties"));
              needs.runtime();
              needs.crawl();
              all.addAll(needs.needs);
            });
    return all;
  }

  private void runtime() {
    add(SERVICE, "logs", LOGS, "logs:log-group:/aws-glue/\\*");
    add(SERVICE, "cloudwatch", List.of("PutMetricData"), "\\*");
    if (properties.has("SecurityConfiguration") || properties.has("CrawlerSecurityConfiguration")) {
      add(SERVICE, "logs", List.of("AssociateKmsKey"), "logs:log-group:/aws-glue/\\*");
      add(SERVICE, "glue", List.of("GetSecurityConfiguration"), "\\*");
    }
  }

  private void connection() {
    add(SERVICE, "ec2", NETWORK, "\\*");
    add(SERVICE, "ec2", TAGS, "ec2:network-interface/\\*");
    add(SERVICE, "glue", List.of("GetConnection"), "glue:connection/.+");
    add(SERVICE, "secretsmanager", List.of("GetSecretValue"), "<.+>");
  }

  private void crawl() {
    String database = Plain.text(properties.path("DatabaseName"));
    add(CRAWLER, "glue", List.of("GetDatabase"), "glue:database/" + database(database));
    add(CRAWLER, "glue", TABLES, "glue:table/" + database(database) + "/.*");
    if (!properties.path("Targets").path("JdbcTargets").isEmpty()) {
      connection();
    }
    for (JsonNode target : properties.path("Targets").path("S3Targets")) {
      String path = Plain.text(target.path("Path")).replace("s3://", "");
      String bucket = path.substring(0, path.indexOf('/')).replace(">", ".Arn>");
      String folder = path.substring(path.indexOf('/'), path.lastIndexOf('/'));
      add(CRAWLER, "s3", List.of("ListBucket"), Pattern.quote(bucket));
      add(CRAWLER, "s3", List.of("GetObject"), covering(bucket, folder));
      add(CRAWLER, "glue", PARTITIONS, "glue:table/" + database(database) + "/.*");
    }
  }

  private static String database(String name) {
    return name.startsWith("<") ? ".+" : Pattern.quote(name);
  }

  /** The folder itself or one above it, with all that lies below. */
  private static String covering(String bucket, String folder) {
    StringBuilder above = new StringBuilder();
    for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
      above.append(Pattern.quote(folder.substring(0, slash + 1) + "*")).append('|');
    }
    return Pattern.quote(bucket) + "(" + above + Pattern.quote(folder + "/*") + ")";
  }

  private void add(String page, String service, List<String> actions, String on) {
    for (String action : actions) {
      needs.add(
          new Need(resource, Need.role(properties.path("Role")), service + ":" + action, on, page));
    }
  }
}
