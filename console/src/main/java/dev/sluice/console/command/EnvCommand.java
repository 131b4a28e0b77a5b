package dev.sluice.console.command;

import dev.sluice.console.error.ExitCode;
import dev.sluice.console.error.UserError;
import dev.sluice.console.local.EndpointFile;
import dev.sluice.console.local.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code sluice env}: what points the AWS CLI and the SDKs at the embedded AWS. */
@Command(
    name = "env",
    description =
        "Prints the environment that points the AWS CLI and the SDKs at the embedded AWS.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  eval \"$(./sluice env)\" && aws stepfunctions list-state-machines")
public final class EnvCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    EndpointFile running =
        EndpointFile.ofLiving(Home.ofEnvironment().awsState())
            .orElseThrow(
                () ->
                    UserError.unavailable(
                        "no embedded AWS is running. Start one with ./sluice up."));
    export("AWS_ENDPOINT_URL", running.defaultEndpoint());
    export("AWS_ENDPOINT_URL_S3", running.s3Endpoint());
    export("AWS_ENDPOINT_URL_DYNAMODB", running.dynamoDbEndpoint());
    export("AWS_REGION", running.region());
    export("AWS_DEFAULT_REGION", running.region());
    export("AWS_ACCESS_KEY_ID", "local");
    export("AWS_SECRET_ACCESS_KEY", "local");
    return ExitCode.OK;
  }

  private static void export(String name, Object value) {
    System.out.println("export " + name + "='" + value + "'");
  }
}
