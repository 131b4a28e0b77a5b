package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.util.ArrayList;
import java.util.List;

/**
 * What Glue itself does in the name of a job's or crawler's role.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/create-service-policy.html">what such a
 *     role needs</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSGlueServiceRole.html">what
 *     AWS gives it by default</a>
 */
final class RunRights {
  static final String JOB_SESSION = "GlueJobRunnerSession";
  static final String CRAWLER_SESSION = "AWS-Crawler";

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

  private final Gatekeeper gate;

  RunRights(Gatekeeper gate) {
    this.gate = gate;
  }

  /**
   * Checks that Glue may assume a role.
   *
   * @throws ServiceError InvalidInputException
   */
  void checkTrust(String role) {
    try {
      gate.requireTrust(role, "glue.amazonaws.com");
    } catch (AccessDenied | IllegalArgumentException e) {
      throw new ServiceError(
          "InvalidInputException",
          "Role "
              + role
              + " should be given assume role permissions for Glue Service. ("
              + e.getMessage()
              + ")");
    }
  }

  /**
   * Checks what a run or a crawl needs around it: its log, its metrics, its encryption settings,
   * its connections and their networks.
   *
   * @param session as Glue names the role's session
   * @param logGroup name of the log group, with its slash in front
   * @throws AccessDenied at the first that is not allowed
   */
  void check(JsonNode definition, String session, String logGroup) {
    List<Access> needed = new ArrayList<>();
    String logs = LocalAws.arn("logs", "log-group:" + logGroup);
    LOGS.forEach(action -> needed.add(Access.to("logs:" + action, logs + ":log-stream:run")));
    String security =
        definition
            .path("SecurityConfiguration")
            .asText(definition.path("CrawlerSecurityConfiguration").asText(""));
    if (!security.isEmpty()) {
      needed.add(Access.to("glue:GetSecurityConfiguration", "*"));
      needed.add(Access.to("logs:AssociateKmsKey", logs));
    }
    needed.add(Access.to("cloudwatch:PutMetricData", "*").when("cloudwatch:namespace", "Glue"));
    for (String connection : connections(definition)) {
      needed.addAll(GlueAccess.catalog("glue:GetConnection", "connection/" + connection));
    }
    if (!connections(definition).isEmpty()) {
      NETWORK.forEach(action -> needed.add(Access.to("ec2:" + action, "*")));
      String network = LocalAws.arn("ec2", "network-interface/eni-0");
      TAGS.forEach(
          action ->
              needed.add(
                  Access.to("ec2:" + action, network)
                      .when("aws:TagKeys", "aws-glue-service-resource")));
    }
    gate.require(definition.path("Role").asText(), session, needed.toArray(Access[]::new));
  }

  /** Checks that a crawler may list what lies below {@code s3://bucket/prefix}. */
  void checkListing(String role, String path) {
    String rest = path.substring(path.indexOf("://") + 3);
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    gate.require(
        role,
        CRAWLER_SESSION,
        Access.to("s3:ListBucket", LocalAws.bucketArn(bucket))
            .when("s3:prefix", slash < 0 ? "" : rest.substring(slash + 1)));
  }

  /** Checks that a crawler may read the secret of its connection, given by name or ARN. */
  void checkSecret(String role, String id) {
    String arn = id.startsWith("arn:") ? id : LocalAws.arn("secretsmanager", "secret:" + id);
    gate.require(role, CRAWLER_SESSION, Access.to("secretsmanager:GetSecretValue", arn));
  }

  /** Checks what a crawler does with the catalog. */
  void checkCatalog(JsonNode crawler, List<Access> needed) {
    gate.require(crawler.path("Role").asText(), CRAWLER_SESSION, needed.toArray(Access[]::new));
  }

  private static List<String> connections(JsonNode definition) {
    List<String> names = new ArrayList<>();
    definition.path("Connections").path("Connections").forEach(c -> names.add(c.asText()));
    definition
        .path("Targets")
        .path("JdbcTargets")
        .forEach(target -> names.add(target.path("ConnectionName").asText()));
    return names;
  }
}
