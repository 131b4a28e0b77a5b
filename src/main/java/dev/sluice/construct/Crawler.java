package dev.sluice.construct;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.glue.CfnCrawler;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** A Glue crawler without a schedule: the pipeline starts it. It writes the pipeline's database. */
public final class Crawler extends Construct {
  private final CfnCrawler crawler;

  /**
   * What a crawler finds below one target makes one table, however alike or unlike its files are.
   *
   * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-grouping-policy.html">Creating
   *     a single schema for each Amazon S3 include path</a>
   */
  private static final String ONE_TABLE_A_TARGET =
      "{\"Version\":1.0,\"Grouping\":{\"TableGroupingPolicy\":\"CombineCompatibleSchemas\"}}";

  private Crawler(
      Platform platform,
      String name,
      CfnCrawler.TargetsProperty targets,
      List<PolicyStatement> may) {
    super(platform.scope(), Names.pascal(name) + "Crawler");
    GlueCode code = GlueCode.of(platform);
    String physicalName = platform.physicalName(name);
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("glue.amazonaws.com"))
            .description("What the crawler " + physicalName + " may do")
            .build();
    List<PolicyStatement> all = new ArrayList<>(code.runtimePermissions());
    all.addAll(may);
    all.addAll(catalog(platform));
    all.forEach(role::addToPolicy);
    Nag.accept(
        role,
        "AwsSolutions-IAM5",
        "Tables and keys are what the crawler finds; EC2 and Glue's own log groups cannot be named"
            + " more narrowly.");
    crawler =
        CfnCrawler.Builder.create(this, "Crawler")
            .name(physicalName)
            .role(role.getRoleArn())
            .databaseName(database(platform))
            .targets(targets)
            .crawlerSecurityConfiguration(code.securityConfiguration())
            .schemaChangePolicy(
                CfnCrawler.SchemaChangePolicyProperty.builder()
                    .updateBehavior("UPDATE_IN_DATABASE")
                    .deleteBehavior("DEPRECATE_IN_DATABASE")
                    .build())
            .build();
    crawler.getNode().addDependency(role);
  }

  /** Crawls a database. */
  public static Crawler of(Platform platform, JdbcSource source) {
    JdbcConnection connection = JdbcConnection.to(platform, source);
    return new Crawler(
        platform,
        source.name(),
        CfnCrawler.TargetsProperty.builder()
            .jdbcTargets(
                List.of(
                    CfnCrawler.JdbcTargetProperty.builder()
                        .connectionName(connection.connectionName())
                        .path(source.path())
                        .build()))
            .build(),
        connection.permissions());
  }

  /**
   * Crawls the lake: each table's folder is a target of its own, since a crawler may merge folders
   * that lie in one target.
   *
   * @param tables folders of tables, each with a slash at its end
   * @param readable folders in which those lie
   * @see <a
   *     href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html">How
   *     does a crawler determine when to create partitions?</a>
   */
  public static Crawler ofLake(Platform platform, List<String> tables, List<String> readable) {
    if (tables.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to crawl: no step of " + platform.part() + " leaves anything in the lake");
    }
    Grants grants = platform.grants();
    List<PolicyStatement> may = new ArrayList<>();
    may.add(grants.list(platform.stores().lake()));
    may.add(partitions(platform));
    readable.forEach(
        folder ->
            may.addAll(
                tables.contains(folder)
                    ? grants.readFolder(platform.stores().lake(), folder)
                    : grants.read(platform.stores().lake(), folder + "*")));
    String lake = "s3://" + platform.stores().lake().getBucketName() + "/";
    Crawler made =
        new Crawler(
            platform,
            "lake",
            CfnCrawler.TargetsProperty.builder()
                .s3Targets(
                    tables.stream()
                        .map(
                            table ->
                                CfnCrawler.S3TargetProperty.builder().path(lake + table).build())
                        .toList())
                .build(),
            may);
    made.crawler.setConfiguration(ONE_TABLE_A_TARGET);
    return made;
  }

  /** The physical name of the pipeline's Glue database, which is made when first asked for. */
  public static String database(Platform platform) {
    return platform
        .shared(
            "glue database",
            CfnDatabase.class,
            () ->
                CfnDatabase.Builder.create(platform.scope(), "Database")
                    .catalogId(Aws.ACCOUNT_ID)
                    .databaseName(databaseName(platform))
                    .databaseInput(
                        CfnDatabase.DatabaseInputProperty.builder()
                            .name(databaseName(platform))
                            .description("Tables of the pipeline " + platform.part())
                            .build())
                    .build())
        .getRef();
  }

  /** ARNs of the pipeline's database and its tables, and of the catalog around them. */
  public static String[] catalogArns(Platform platform) {
    String name = databaseName(platform);
    return new String[] {
      platform.arn("glue", "catalog"),
      platform.arn("glue", "database/" + name),
      platform.arn("glue", "table/" + name + "/*")
    };
  }

  private static String databaseName(Platform platform) {
    return platform.machineName().replace('-', '_');
  }

  /** What a crawler does with the tables that it finds. */
  private static List<PolicyStatement> catalog(Platform platform) {
    return List.of(
        Grants.statement(
            List.of("glue:GetDatabase"),
            platform.arn("glue", "catalog"),
            platform.arn("glue", "database/" + databaseName(platform))),
        Grants.statement(
            List.of("glue:GetTable", "glue:CreateTable", "glue:UpdateTable"),
            catalogArns(platform)));
  }

  /**
   * What a crawler does with folders {@code key=value} of the tables that it finds in S3.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html">
   *     AWS</a>
   */
  private static PolicyStatement partitions(Platform platform) {
    return Grants.statement(
        List.of(
            "glue:GetPartitions",
            "glue:BatchGetPartition",
            "glue:BatchCreatePartition",
            "glue:BatchUpdatePartition"),
        catalogArns(platform));
  }

  /** Its physical name. */
  public String crawlerName() {
    return crawler.getName();
  }
}
