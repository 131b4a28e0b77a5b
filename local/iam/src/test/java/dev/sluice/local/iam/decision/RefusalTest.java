package dev.sluice.local.iam.decision;

import static dev.sluice.local.iam.Sample.ACCOUNT;
import static dev.sluice.local.iam.Sample.LOADER;
import static dev.sluice.local.iam.Sample.policy;
import static dev.sluice.local.iam.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.request.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The words of https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html and
 * those that single services are seen to write.
 */
class RefusalTest {
  private static final String USER =
      "User: arn:aws:sts::000000000000:assumed-role/loader/run-1 is not authorized to perform: ";
  private static final String DENY =
      "{'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Principal': '*'}";

  @Test
  void shouldSayThatNoIdentityBasedPolicyAllows() {
    assertThat(refusal(LOADER, "glue:StartJobRun", "arn:aws:glue:eu-west-1:000000000000:job/j"))
        .isEqualTo(
            USER
                + "glue:StartJobRun on resource: arn:aws:glue:eu-west-1:000000000000:job/j"
                + " because no identity-based policy allows the glue:StartJobRun action");
  }

  @Test
  void shouldSayThatAPolicyDeniesExplicitly() {
    Policy role = policy(PolicyKind.IDENTITY, "{'Effect': 'Deny', 'Action': '*', 'Resource': '*'}");
    Decision byRole =
        Evaluation.decide(
            request("glue:GetJobs", "*", null), List.of(role), Optional.empty(), Rule.ORDINARY);
    assertThat(byRole.refusal())
        .isEqualTo(
            USER + "glue:GetJobs on resource: * with an explicit deny in an identity-based policy");
    assertThat(
            refusal(LOADER, "glue:GetJobs", "*", policy(PolicyKind.RESOURCE, DENY), Rule.ORDINARY))
        .endsWith("with an explicit deny in a resource-based policy");
  }

  /** A key's policy is a resource-based one: https://github.com/4dn-dcic/tibanna/issues/402. */
  @Test
  void shouldSayWhichPolicyOfAKeyIsMissing() {
    String key = "arn:aws:kms:eu-west-1:000000000000:key/k";
    assertThat(refusal(LOADER, "kms:Decrypt", key, null, Rule.KMS_KEY))
        .isEqualTo(
            USER
                + "kms:Decrypt on resource: "
                + key
                + " because no resource-based policy allows the kms:Decrypt action");
    Policy delegating =
        policy(
            PolicyKind.KMS_KEY,
            "{'Effect': 'Allow', 'Action': 'kms:*', 'Resource': '*',"
                + " 'Principal': {'AWS': '000000000000'}}");
    assertThat(refusal(LOADER, "kms:Decrypt", key, delegating, Rule.KMS_KEY))
        .endsWith("because no identity-based policy allows the kms:Decrypt action");
  }

  /** As in https://github.com/awslabs/aws-automated-incident-response-and-forensics/issues/13. */
  @Test
  void shouldNameAServiceThatIsRefused() {
    String function = "arn:aws:lambda:eu-west-1:000000000000:function:f";
    assertThat(refusal(Principal.service("sns.amazonaws.com"), "lambda:InvokeFunction", function))
        .isEqualTo(
            "User: sns.amazonaws.com is not authorized to perform: lambda:InvokeFunction on"
                + " resource: "
                + function
                + " because no resource-based policy allows the lambda:InvokeFunction action");
  }

  @Test
  void shouldWriteActionsAsTheirServiceDoes() {
    assertThat(refusal(LOADER, "sns:Publish", "arn:aws:sns:eu-west-1:000000000000:t"))
        .isEqualTo(
            USER
                + "SNS:Publish on resource: arn:aws:sns:eu-west-1:000000000000:t"
                + " because no identity-based policy allows the SNS:Publish action");
    assertThat(refusal(LOADER, "sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:q"))
        .isEqualTo(
            USER
                + "sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:000000000000:q"
                + " because no identity-based policy allows the sqs:sendmessage action");
  }

  /** Follows https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html. */
  @Test
  void shouldQuoteTheResourceOfS3AndTellAStrangerNothing() {
    assertThat(refusal(LOADER, "s3:GetObject", "arn:aws:s3:::lake/a"))
        .isEqualTo(
            USER
                + "s3:GetObject on resource: \"arn:aws:s3:::lake/a\""
                + " because no identity-based policy allows the s3:GetObject action");
    assertThat(refusal(Principal.anonymous(), "s3:GetObject", "arn:aws:s3:::lake/a"))
        .isEqualTo("Access Denied");
  }

  @Test
  void shouldGiveNoReasonWhereStsGivesNone() {
    String role = "arn:aws:iam::000000000000:role/other";
    assertThat(refusal(LOADER, "sts:AssumeRole", role, null, Rule.ASSUME_ROLE))
        .isEqualTo(USER + "sts:AssumeRole on resource: " + role);
  }

  @Test
  void shouldHaveNoRefusalForWhatIsAllowed() {
    Decision decision =
        Evaluation.decide(
            request(Principal.administrator(ACCOUNT), "glue:GetJobs", "*", null),
            List.of(),
            Optional.empty(),
            Rule.ORDINARY);
    assertThatThrownBy(decision::refusal)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("arn:aws:iam::000000000000:root glue:GetJobs *");
  }

  private static String refusal(Principal principal, String action, String resource) {
    return refusal(principal, action, resource, null, Rule.ORDINARY);
  }

  private static String refusal(
      Principal principal, String action, String resource, Policy resourcePolicy, Rule rule) {
    return Evaluation.decide(
            request(principal, action, resource, null),
            List.of(),
            Optional.ofNullable(resourcePolicy),
            rule)
        .refusal();
  }
}
