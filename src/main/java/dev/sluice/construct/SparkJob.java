package dev.sluice.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.glue.CfnJob;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * A Glue job of plain Spark: {@code GlueApp.scala} calls the main class named by {@code --job},
 * which lies in the jar. The CDK has no other constructs for Glue than the resources themselves.
 */
public final class SparkJob extends Construct {
  private final CfnJob job;

  private SparkJob(Platform platform, SparkJobSpec spec) {
    super(platform.scope(), Names.pascal(spec.name()) + "Job");
    GlueCode code = GlueCode.of(platform);
    String name = platform.physicalName(spec.name());

    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("glue.amazonaws.com"))
            .description("What the Glue job " + name + " may do")
            .build();
    code.permissions().forEach(role::addToPolicy);
    // S3A, by which Glue writes, lists a place before it creates a file there.
    role.addToPolicy(platform.grants().list(platform.stores().work()));
    spec.permissions().forEach(role::addToPolicy);
    Nag.accept(
        role,
        "AwsSolutions-IAM5",
        "Keys of data, of the bootstrap bucket's assets and of Glue's own log groups are not known"
            + " at synth; bucket and prefix are named.");

    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("--job-language", "scala");
    arguments.put("--class", "GlueApp");
    arguments.put("--extra-jars", code.jarUrl());
    arguments.putAll(spec.arguments());
    arguments.put("--lake", "s3://" + platform.stores().lake().getBucketName());
    arguments.put("--work", "s3://" + platform.stores().work().getBucketName());
    arguments.put("--enable-continuous-cloudwatch-log", "true");
    arguments.put("--enable-metrics", "true");

    CfnJob.Builder builder =
        CfnJob.Builder.create(this, "Job")
            .name(name)
            .glueVersion("6.0")
            .role(role.getRoleArn())
            .command(
                CfnJob.JobCommandProperty.builder()
                    .name("glueetl")
                    .scriptLocation(code.scriptUrl())
                    .build())
            .defaultArguments(arguments)
            .executionProperty(
                CfnJob.ExecutionPropertyProperty.builder()
                    .maxConcurrentRuns(spec.maxConcurrentRuns())
                    .build())
            // The state machine retries, where that makes sense.
            .maxRetries(0)
            .timeout(platform.settings().glue().timeoutMinutes())
            .workerType(platform.settings().glue().workerType())
            .numberOfWorkers(platform.settings().glue().workers())
            .securityConfiguration(code.securityConfiguration());
    if (!spec.connection().isEmpty()) {
      builder.connections(
          CfnJob.ConnectionsListProperty.builder().connections(List.of(spec.connection())).build());
    }
    job = builder.build();
    job.getNode().addDependency(role);
  }

  /** The job of that description. */
  public static SparkJob create(Platform platform, SparkJobSpec spec) {
    return new SparkJob(platform, spec);
  }

  /** A file that is uploaded with the deployment, for {@link SparkJobSpec#withFile}. */
  public static Asset upload(Platform platform, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return platform.shared(
        "upload " + name,
        Asset.class,
        () -> Asset.Builder.create(platform.scope(), "Upload " + name).path(file).build());
  }

  /** Its physical name. */
  public String jobName() {
    return job.getName();
  }
}
