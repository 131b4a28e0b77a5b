package dev.sluice.console.aws;

import dev.sluice.console.error.UserError;
import dev.sluice.console.local.EndpointFile;
import dev.sluice.console.permissions.PermissionsFile;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** Takes a role of the templates on the embedded AWS, whose administrator may take each. */
public final class AssumedRole {
  private static final String SESSION = "command-line";

  private AssumedRole() {}

  /**
   * Credentials of a role; they last as long as the embedded AWS runs.
   *
   * @param state the embedded AWS's, which remembers its roles
   * @param role its name, or a part of it that no other has
   * @throws UserError where none or several are meant, naming the roles
   */
  public static AwsSessionCredentials credentials(EndpointFile endpoint, Path state, String role) {
    String name = PermissionsFile.in(state).fullName(role);
    try (Target administrator = Target.local(endpoint);
        StsClient tokens = administrator.securityTokens()) {
      String account = tokens.getCallerIdentity().account();
      Credentials taken =
          tokens
              .assumeRole(
                  r ->
                      r.roleArn("arn:aws:iam::" + account + ":role/" + name)
                          .roleSessionName(SESSION))
              .credentials();
      return AwsSessionCredentials.create(
          taken.accessKeyId(), taken.secretAccessKey(), taken.sessionToken());
    } catch (StsException e) {
      throw UserError.usage(
          "found --role "
              + role
              + ", which cannot be taken: "
              + e.awsErrorDetails().errorMessage()
              + ".");
    }
  }
}
