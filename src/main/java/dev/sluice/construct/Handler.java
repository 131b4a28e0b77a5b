package dev.sluice.construct;

import dev.sluice.config.Assets;
import dev.sluice.config.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** One Java Lambda function with a role and a log group of its own. */
public final class Handler extends Construct {
  private final HandlerSpec spec;
  private final Role role;
  private final Set<Object> permissions = new LinkedHashSet<>();
  private final IFunction target;

  /** The function of that description. */
  Handler(
      Construct scope, String physicalName, Settings settings, Assets assets, HandlerSpec spec) {
    super(scope, Names.pascal(spec.name()));
    this.spec = spec;

    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName("/aws/lambda/" + physicalName)
            .retention(settings.logRetention())
            // A name of its own would be in the way of the next deployment.
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("What " + physicalName + " may do")
            .build();
    role.addToPolicy(
        Grants.statement(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()));
    allow(spec.permissions());
    Nag.accept(
        role,
        "AwsSolutions-IAM5",
        "Log streams, object keys and index names are not known at synth; bucket, prefix, table"
            + " and log group are named.");

    Function.Builder function =
        Function.Builder.create(this, "Function")
            .functionName(physicalName)
            // The version that the build compiles for and that the laptop runs.
            .runtime(Runtime.JAVA_17)
            .architecture(Architecture.ARM_64)
            .handler(spec.handlerClass())
            .code(Code.fromAsset(assets.functions(spec.jar())))
            .memorySize(spec.memoryMb())
            .timeout(Duration.seconds(spec.timeoutSeconds()))
            .environment(environment())
            .role(role)
            .logGroup(log)
            .loggingFormat(LoggingFormat.JSON);
    if (spec.snapStart()) {
      function.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
    }
    spec.network()
        .ifPresent(
            network -> {
              function.vpc(network.vpc()).securityGroups(List.of(network.securityGroup()));
              // EC2 knows no narrower resource: the interfaces do not exist yet.
              role.addToPolicy(
                  Grants.statement(
                      List.of(
                          "ec2:CreateNetworkInterface",
                          "ec2:DescribeNetworkInterfaces",
                          "ec2:DescribeSubnets",
                          "ec2:DeleteNetworkInterface",
                          "ec2:AssignPrivateIpAddresses",
                          "ec2:UnassignPrivateIpAddresses"),
                      "*"));
            });
    Function made = function.build();
    Nag.accept(
        made,
        "AwsSolutions-L1",
        "Java 17 is what the build compiles for and what the laptop runs; AWS supports it.");
    Annotations.of(made)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish", "The alias points at a version.");
    target =
        spec.snapStart()
            ? Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(made.getCurrentVersion())
                .build()
            : made;
  }

  /**
   * Serves another that describes the same function: it may do what that one needs, too.
   *
   * @throws IllegalArgumentException if the descriptions differ in anything but permissions
   */
  void join(HandlerSpec other) {
    spec.requireSameAs(other);
    allow(other.permissions());
  }

  private void allow(List<PolicyStatement> statements) {
    for (PolicyStatement statement : statements) {
      if (permissions.add(statement.toStatementJson())) {
        role.addToPolicy(statement);
      }
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(spec.environment());
    if (!spec.snapStart()) {
      // Most invocations are short and cold: compiling less starts faster.
      environment.put("JAVA_TOOL_OPTIONS", "-XX:+TieredCompilation -XX:TieredStopAtLevel=1");
    }
    return environment;
  }

  /**
   * Keeps the events on which it failed, after Lambda has tried each three times. EventBridge's own
   * queue does not get them: for EventBridge an event is delivered when Lambda has taken it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">
   *     AWS</a>
   */
  public void keepFailedEvents(IQueue queue) {
    target.configureAsyncInvoke(
        EventInvokeConfigOptions.builder()
            .onFailure(new QueueDestination(role, queue))
            .retryAttempts(2)
            .maxEventAge(Duration.hours(6))
            .build());
  }

  /** What it was made from. */
  public HandlerSpec spec() {
    return spec;
  }

  /** What to invoke: the alias where it starts from a snapshot. */
  public IFunction target() {
    return target;
  }

  /** The ARN to invoke. */
  public String arn() {
    return target.getFunctionArn();
  }
}
