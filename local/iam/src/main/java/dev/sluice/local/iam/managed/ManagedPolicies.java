package dev.sluice.local.iam.managed;

import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyDocument;
import dev.sluice.local.iam.policy.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS-managed policies, each as its page of the reference shows its default version.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html">AWSLambdaBasicExecutionRole</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html">AWSLambdaVPCAccessExecutionRole</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSGlueServiceRole.html">AWSGlueServiceRole</a>
 */
public final class ManagedPolicies {
  private static final Pattern ARN =
      Pattern.compile("arn:[a-z-]+:iam::aws:policy/((?:service-role/)?[A-Za-z0-9_+=,.@-]+)");

  private ManagedPolicies() {}

  /** Whether the ARN names a policy that AWS manages, known here or not. */
  public static boolean isManagedByAws(String arn) {
    return ARN.matcher(arn).matches();
  }

  /**
   * The policy, named as AWS names it, for example {@code service-role/AWSGlueServiceRole}.
   *
   * @param arn for example {@code arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole}
   * @throws IllegalArgumentException where the policy is not known here, saying how to add it
   */
  public static Policy get(String arn) {
    Matcher matcher = ARN.matcher(arn);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "found '" + arn + "', expected arn:aws:iam::aws:policy/<name>");
    }
    String name = matcher.group(1);
    return new Policy(name, PolicyKind.IDENTITY, read(name));
  }

  private static PolicyDocument read(String name) {
    try (InputStream in = ManagedPolicies.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "found the AWS-managed policy "
                + name
                + ", whose text is not known here: copy the JSON of"
                + " https://docs.aws.amazon.com/aws-managed-policy/latest/reference/"
                + name.substring(name.lastIndexOf('/') + 1)
                + ".html to local/iam/src/main/resources/dev/sluice/local/iam/managed/"
                + name
                + ".json");
      }
      return PolicyDocument.parse(Json.parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the AWS-managed policy " + name, e);
    }
  }
}
