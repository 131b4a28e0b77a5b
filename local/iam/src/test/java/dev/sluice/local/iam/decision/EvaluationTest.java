package dev.sluice.local.iam.decision;

import static dev.sluice.local.iam.Sample.ACCOUNT;
import static dev.sluice.local.iam.Sample.LOADER;
import static dev.sluice.local.iam.Sample.policy;
import static dev.sluice.local.iam.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.policy.StatementId;
import dev.sluice.local.iam.policy.Use;
import dev.sluice.local.iam.request.AccessRequest;
import dev.sluice.local.iam.request.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each row: what the role's policy says, what the resource's says, what becomes of the request. A
 * policy is short: {@code A} allows, {@code D} denies, with the principals behind it.
 */
class EvaluationTest {
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:000000000000:queue";

  /**
   * Follows
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
   * and, for the account as principal,
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          -   | -                                                       | IMPLICIT_DENY IDENTITY
          A   | -                                                       | ALLOWED IDENTITY[0]
          D   | -                                                       | EXPLICIT_DENY IDENTITY
          A D | -                                                       | EXPLICIT_DENY IDENTITY
          -   | A *                                                     | ALLOWED RESOURCE[0]
          -   | A {'AWS': '*'}                                          | ALLOWED RESOURCE[0]
          -   | A {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | ALLOWED RESOURCE[0]
          -   | A {'AWS': 'arn:aws:sts::000000000000:assumed-role/loader/run-1'} | ALLOWED RESOURCE[0]
          -   | A {'AWS': 'arn:aws:sts::000000000000:assumed-role/loader/run-2'} | IMPLICIT_DENY IDENTITY
          -   | A {'AWS': 'arn:aws:iam::000000000000:role/loader'}      | IMPLICIT_DENY IDENTITY
          -   | A {'AWS': '000000000000'}                               | IMPLICIT_DENY IDENTITY
          -   | A {'AWS': 'arn:aws:iam::000000000000:root'}             | IMPLICIT_DENY IDENTITY
          A   | A {'AWS': 'arn:aws:iam::000000000000:root'}             | ALLOWED IDENTITY[0]
          A   | A {'AWS': ['arn:aws:iam::000000000000:role/jobs/loader']} | ALLOWED IDENTITY[0] RESOURCE[0]
          -   | A {'AWS': '111111111111'}                               | IMPLICIT_DENY IDENTITY
          -   | A {'Service': 'sns.amazonaws.com'}                      | IMPLICIT_DENY IDENTITY
          A   | D *                                                     | EXPLICIT_DENY RESOURCE
          A   | D {'AWS': '000000000000'}                               | EXPLICIT_DENY RESOURCE
          A   | D {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | EXPLICIT_DENY RESOURCE
          A   | D {'AWS': '111111111111'}                               | ALLOWED IDENTITY[0]
          D   | A *                                                     | EXPLICIT_DENY IDENTITY
          A   | A * D *                                                 | EXPLICIT_DENY RESOURCE
          A   | N {'AWS': '111111111111'}                               | EXPLICIT_DENY RESOURCE
          A   | N {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | EXPLICIT_DENY RESOURCE
          A   | N {'AWS': '000000000000'}                               | EXPLICIT_DENY RESOURCE
          A   | N {'AWS': ['000000000000', 'arn:aws:iam::000000000000:role/jobs/loader']} | ALLOWED IDENTITY[0]
          """)
  void shouldAllowASessionByEitherPolicy(String identity, String resource, String expected) {
    assertThat(outcome(LOADER, identity, resource, Rule.ORDINARY)).isEqualTo(expected);
  }

  /**
   * The key's policy has to speak first.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default
   *     key policy</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          A | -                                                       | IMPLICIT_DENY KMS_KEY
          A | A {'AWS': '111111111111'}                               | IMPLICIT_DENY KMS_KEY
          - | A {'AWS': 'arn:aws:iam::000000000000:root'}             | IMPLICIT_DENY IDENTITY
          A | A {'AWS': 'arn:aws:iam::000000000000:root'}             | ALLOWED KMS_KEY[0] IDENTITY[0]
          - | A {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | ALLOWED KMS_KEY[0]
          A | A {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | ALLOWED KMS_KEY[0]
          - | A *                                                     | ALLOWED KMS_KEY[0]
          D | A *                                                     | EXPLICIT_DENY IDENTITY
          A | A {'AWS': '000000000000'} D *                           | EXPLICIT_DENY KMS_KEY
          """)
  void shouldAskTheKeyPolicyBeforeTheRoles(String identity, String key, String expected) {
    assertThat(outcome(LOADER, identity, key, Rule.KMS_KEY)).isEqualTo(expected);
  }

  /**
   * As keys do, roles have to name who may assume them.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html">Evaluation
   *     in one account</a>
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          loader | A | -                                               | IMPLICIT_DENY TRUST
          loader | A | A {'AWS': '000000000000'}                       | ALLOWED TRUST[0] IDENTITY[0]
          loader | - | A {'AWS': '000000000000'}                       | IMPLICIT_DENY IDENTITY
          loader | - | A {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | ALLOWED TRUST[0]
          glue   | - | A {'Service': 'glue.amazonaws.com'}             | ALLOWED TRUST[0]
          glue   | - | A {'Service': ['lambda.amazonaws.com']}         | IMPLICIT_DENY TRUST
          glue   | - | A {'AWS': '000000000000'}                       | IMPLICIT_DENY TRUST
          glue   | - | A {'Service': 'glue.amazonaws.com'} D {'Service': 'glue.amazonaws.com'} | EXPLICIT_DENY TRUST
          root   | - | A {'Service': 'glue.amazonaws.com'}             | IMPLICIT_DENY TRUST
          root   | - | A {'AWS': '000000000000'}                       | ALLOWED TRUST[0]
          """)
  void shouldLetARoleBeAssumedByWhomItTrusts(
      String principal, String identity, String trust, String expected) {
    assertThat(outcome(principal(principal), identity, trust, Rule.ASSUME_ROLE))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          glue      | ORDINARY | -                                     | IMPLICIT_DENY RESOURCE
          glue      | ORDINARY | A {'Service': 'glue.amazonaws.com'}   | ALLOWED RESOURCE[0]
          glue      | ORDINARY | A {'Service': 'sns.amazonaws.com'}    | IMPLICIT_DENY RESOURCE
          glue      | ORDINARY | A {'AWS': '000000000000'}             | IMPLICIT_DENY RESOURCE
          glue      | ORDINARY | A *                                   | ALLOWED RESOURCE[0]
          glue      | ORDINARY | A {'Service': 'glue.amazonaws.com'} D * | EXPLICIT_DENY RESOURCE
          glue      | ORDINARY | N {'Service': 'glue.amazonaws.com'}   | IMPLICIT_DENY RESOURCE
          glue      | ORDINARY | N {'Service': 'sns.amazonaws.com'}    | EXPLICIT_DENY RESOURCE
          glue      | KMS_KEY  | A {'Service': 'glue.amazonaws.com'}   | ALLOWED KMS_KEY[0]
          glue      | KMS_KEY  | A {'AWS': '000000000000'}             | IMPLICIT_DENY KMS_KEY
          root      | ORDINARY | -                                     | ALLOWED
          root      | ORDINARY | D *                                   | EXPLICIT_DENY RESOURCE
          root      | ORDINARY | D {'AWS': '000000000000'}             | EXPLICIT_DENY RESOURCE
          root      | ORDINARY | D {'AWS': 'arn:aws:iam::000000000000:role/jobs/loader'} | ALLOWED
          root      | ORDINARY | N {'AWS': '000000000000'}             | ALLOWED
          root      | KMS_KEY  | -                                     | IMPLICIT_DENY KMS_KEY
          root      | KMS_KEY  | A {'AWS': '000000000000'}             | ALLOWED KMS_KEY[0]
          anonymous | ORDINARY | -                                     | IMPLICIT_DENY RESOURCE
          anonymous | ORDINARY | A {'AWS': '000000000000'}             | IMPLICIT_DENY RESOURCE
          anonymous | ORDINARY | A *                                   | ALLOWED RESOURCE[0]
          anonymous | ORDINARY | A * D *                               | EXPLICIT_DENY RESOURCE
          """)
  void shouldJudgeWhoHasNoRoleByTheResourcePolicy(
      String principal, Rule rule, String resource, String expected) {
    assertThat(outcome(principal(principal), null, resource, rule)).isEqualTo(expected);
  }

  @Test
  void shouldDenyAnAdministratorWhoDoesNotComeByTls() {
    Policy bucket =
        policy(
            PolicyKind.RESOURCE,
            "{'Effect': 'Deny', 'Principal': {'AWS': '*'}, 'Action': 's3:*', 'Resource': '*',"
                + " 'Condition': {'Bool': {'aws:SecureTransport': 'false'}}}");
    Principal root = Principal.administrator(ACCOUNT);
    for (boolean secure : new boolean[] {true, false}) {
      AccessRequest request =
          request(root, "s3:GetObject", "arn:aws:s3:::lake/a", "aws:SecureTransport=" + secure);
      assertThat(decide(request, List.of(), bucket, Rule.ORDINARY).allowed()).isEqualTo(secure);
    }
  }

  @Test
  void shouldNameAllStatementsThatAllow() {
    Policy role =
        policy(
            PolicyKind.IDENTITY,
            "{'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': '*'},"
                + "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'},"
                + "{'Sid': 'Send', 'Effect': 'Allow', 'Action': 'sqs:Send*', 'Resource': '*'}");
    Decision decision =
        Evaluation.decide(
            request("sqs:SendMessage", QUEUE, null),
            List.of(role),
            Optional.empty(),
            Rule.ORDINARY);
    assertThat(decision.statements())
        .containsExactly(
            new StatementId("IDENTITY", 0, null), new StatementId("IDENTITY", 2, "Send"));
  }

  @Test
  void shouldNameThePatternsThatWereUsed() {
    Policy role =
        policy(
            PolicyKind.IDENTITY,
            "{'Effect': 'Allow', 'Action': ['sqs:Send*', 'sqs:GetQueueUrl', 'sqs:SendMessage'],"
                + " 'Resource': ['arn:aws:sqs:*:*:other', 'arn:aws:sqs:*:*:queue']},"
                + "{'Effect': 'Allow', 'NotAction': ['s3:*', 'iam:*'],"
                + " 'NotResource': 'arn:aws:sqs:*:*:other'}");
    Decision decision =
        Evaluation.decide(
            request("sqs:SendMessage", QUEUE, null),
            List.of(role),
            Optional.empty(),
            Rule.ORDINARY);
    assertThat(decision.uses())
        .containsExactly(
            new Use(
                new StatementId("IDENTITY", 0, null),
                List.of("sqs:Send*", "sqs:SendMessage"),
                List.of("arn:aws:sqs:*:*:queue")),
            new Use(
                new StatementId("IDENTITY", 1, null),
                List.of("all but s3:*, iam:*"),
                List.of("all but arn:aws:sqs:*:*:other")));
    assertThat(role.document().statements().get(0).actions())
        .containsExactly("sqs:Send*", "sqs:GetQueueUrl", "sqs:SendMessage");
    assertThat(role.document().statements().get(1).resources())
        .containsExactly("all but arn:aws:sqs:*:*:other");
  }

  @Test
  void shouldRefuseAPolicyInTheWrongPlace() {
    Policy key = shorthand(PolicyKind.KMS_KEY, "A *");
    assertThatThrownBy(
            () -> decide(request("sqs:SendMessage", QUEUE, null), List.of(), key, Rule.ORDINARY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found the policy KMS_KEY of the kind KMS_KEY, expected RESOURCE");
  }

  private static Principal principal(String name) {
    return switch (name) {
      case "loader" -> LOADER;
      case "root" -> Principal.administrator(ACCOUNT);
      case "anonymous" -> Principal.anonymous();
      default -> Principal.service(name + ".amazonaws.com");
    };
  }

  private static String outcome(Principal principal, String identity, String resource, Rule rule) {
    List<Policy> roles =
        identity == null ? List.of() : List.of(shorthand(PolicyKind.IDENTITY, identity));
    Policy policy = resource == null ? null : shorthand(rule.resourcePolicy(), resource);
    Decision decision =
        decide(request(principal, "sqs:SendMessage", QUEUE, null), roles, policy, rule);
    StringBuilder outcome = new StringBuilder(decision.verdict().name());
    if (decision.allowed()) {
      decision.statements().forEach(statement -> outcome.append(" ").append(statement));
    } else {
      outcome.append(" ").append(decision.kind());
    }
    return outcome.toString();
  }

  private static Decision decide(
      AccessRequest request, List<Policy> roles, Policy resource, Rule rule) {
    return Evaluation.decide(request, roles, Optional.ofNullable(resource), rule);
  }

  /** Reads statements as the tables write them; {@code N} denies everyone but those named. */
  private static Policy shorthand(PolicyKind kind, String text) {
    StringBuilder statements = new StringBuilder();
    for (String statement : text.split(" (?=[ADN]( |$))")) {
      String principals = statement.length() > 1 ? statement.substring(2) : "";
      statements
          .append(statements.isEmpty() ? "{" : ", {")
          .append(statement.startsWith("A") ? "'Effect': 'Allow'" : "'Effect': 'Deny'")
          .append(kind == PolicyKind.TRUST ? "" : ", 'Resource': '*'")
          .append(", 'Action': '*'");
      if (!principals.isEmpty()) {
        statements
            .append(statement.startsWith("N") ? ", 'NotPrincipal': " : ", 'Principal': ")
            .append(principals.equals("*") ? "'*'" : principals);
      }
      statements.append("}");
    }
    return policy(kind, statements.toString());
  }
}
