package dev.sluice.console.command;

import dev.sluice.console.aws.AssumedRole;
import dev.sluice.console.aws.Target;
import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.EndpointFile;
import dev.sluice.console.local.Home;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** {@code sluice env}: what points the AWS CLI and the SDKs at the embedded AWS. */
@Command(
    name = "env",
    description =
        "Prints the environment that points the AWS CLI and the SDKs at the embedded AWS.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  eval \"$(./sluice env)\" && aws stepfunctions list-state-machines",
      "  eval \"$(./sluice env --role validate-files)\" && aws sts get-caller-identity"
    })
public final class EnvCommand implements Callable<Integer> {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "With the credentials of a role of the templates, by its name or a part of it; without,"
              + " with the administrator's.")
  private String role;

  @Override
  public Integer call() {
    Path state = Home.ofEnvironment().awsState();
    EndpointFile running =
        EndpointFile.ofLiving(state)
            .orElseThrow(
                () ->
                    UserError.unavailable(
                        "no embedded AWS is running. Start one with ./sluice up."));
    AwsCredentials credentials =
        role == null ? Target.ADMINISTRATOR : AssumedRole.credentials(running, state, role);
    export("AWS_ENDPOINT_URL", running.defaultEndpoint());
    export("AWS_ENDPOINT_URL_S3", running.s3Endpoint());
    export("AWS_ENDPOINT_URL_DYNAMODB", running.dynamoDbEndpoint());
    export("AWS_REGION", running.region());
    export("AWS_DEFAULT_REGION", running.region());
    export("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    export("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    if (credentials instanceof AwsSessionCredentials session) {
      export("AWS_SESSION_TOKEN", session.sessionToken());
    } else {
      // That of a role, printed before into the same shell, would not fit these keys.
      System.out.println("unset AWS_SESSION_TOKEN");
    }
    return ExitCode.OK;
  }

  private static void export(String name, Object value) {
    System.out.println("export " + name + "='" + value + "'");
  }
}
