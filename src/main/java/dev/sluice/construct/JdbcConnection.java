package dev.sluice.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.glue.CfnConnection;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The Glue connection to a database: address, secret, and the network for jobs and crawlers. */
public final class JdbcConnection extends Construct {
  private final Platform platform;
  private final JdbcSource source;
  private final CfnConnection connection;

  private JdbcConnection(Platform platform, JdbcSource source) {
    super(platform.scope(), Names.pascal(source.name()) + "Connection");
    this.platform = platform;
    this.source = source;
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("JDBC_CONNECTION_URL", source.jdbcUrl());
    properties.put("SECRET_ID", source.secretArn());
    CfnConnection.ConnectionInputProperty.Builder input =
        CfnConnection.ConnectionInputProperty.builder()
            .name(platform.physicalName(source.name()))
            .description("Where " + platform.part() + " reads " + source.name())
            .connectionType("JDBC")
            .connectionProperties(properties);
    if (!source.subnetId().isEmpty()) {
      input.physicalConnectionRequirements(
          CfnConnection.PhysicalConnectionRequirementsProperty.builder()
              .subnetId(source.subnetId())
              .availabilityZone(source.availabilityZone())
              .securityGroupIdList(source.securityGroupIds())
              .build());
    }
    connection =
        CfnConnection.Builder.create(this, "Connection")
            .catalogId(Aws.ACCOUNT_ID)
            .connectionInput(input.build())
            .build();
  }

  /** The connection to that database: made by the first that asks. */
  public static JdbcConnection to(Platform platform, JdbcSource source) {
    return platform.shared(
        "connection " + source.name(),
        JdbcConnection.class,
        () -> new JdbcConnection(platform, source));
  }

  /** Its physical name. */
  public String connectionName() {
    return connection.getRef();
  }

  /**
   * What a job or crawler needs to go through it.
   *
   * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/create-service-policy.html">IAM policy
   *     for the Glue service</a>
   */
  public List<PolicyStatement> permissions() {
    return List.of(
        source.readSecret(),
        Grants.statement(
            List.of("glue:GetConnection"),
            platform.arn("glue", "catalog"),
            platform.arn("glue", "connection/" + platform.physicalName(source.name()))),
        // Glue puts network interfaces of its own into the subnet; EC2 knows no narrower resource
        // for looking at a network.
        Grants.statement(
            List.of(
                "ec2:DescribeSubnets",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeVpcAttribute",
                "ec2:DescribeVpcEndpoints",
                "ec2:DescribeRouteTables",
                "ec2:DescribeNetworkInterfaces",
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface"),
            "*"),
        PolicyStatement.Builder.create()
            .actions(List.of("ec2:CreateTags", "ec2:DeleteTags"))
            .resources(List.of(platform.arn("ec2", "network-interface/*")))
            .conditions(
                Map.of(
                    "ForAllValues:StringEquals",
                    Map.of("aws:TagKeys", List.of("aws-glue-service-resource"))))
            .build());
  }
}
