package dev.sluice.local.iam.policy;

import static dev.sluice.local.iam.Sample.document;
import static dev.sluice.local.iam.Sample.json;
import static dev.sluice.local.iam.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html. */
class PolicyDocumentTest {
  private static final String ALLOW = "'Effect': 'Allow', 'Action': '*', 'Resource': '*'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'Action': 's3:GetObject', 'Resource': '*'            | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': 's3:getobject', 'Resource': '*'            | S3:GetObject | arn:aws:s3:::lake/a | true
          'Action': 's3:Get*', 'Resource': '*'                 | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': 's3:Get?bject', 'Resource': '*'            | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': 's3:Get', 'Resource': '*'                  | s3:GetObject | arn:aws:s3:::lake/a | false
          'Action': 'dynamodb:GetObject', 'Resource': '*'      | s3:GetObject | arn:aws:s3:::lake/a | false
          'Action': ['s3:Put*', 's3:*Object'], 'Resource': '*' | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': '*', 'Resource': '*'                       | s3:GetObject | arn:aws:s3:::lake/a | true
          'NotAction': 's3:*', 'Resource': '*'                 | s3:GetObject | arn:aws:s3:::lake/a | false
          'NotAction': ['iam:*', 's3:Put*'], 'Resource': '*'   | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': '*', 'Resource': ['arn:aws:s3:::x', 'arn:aws:s3:::lake/*'] | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': '*', 'Resource': 'arn:aws:s3:::lake'       | s3:GetObject | arn:aws:s3:::lake/a | false
          'Action': '*', 'NotResource': 'arn:aws:s3:::lake/*'  | s3:GetObject | arn:aws:s3:::lake/a | false
          'Action': '*', 'NotResource': 'arn:aws:s3:::lake'    | s3:GetObject | arn:aws:s3:::lake/a | true
          'Action': '*', 'NotResource': 'arn:aws:s3:::${aws:username}/*' | s3:GetObject | arn:aws:s3:::lake/a | true
          """)
  void shouldApplyByActionAndResource(
      String elements, String action, String resource, boolean expected) {
    assertThat(
            document("{'Effect': 'Allow', " + elements + "}")
                .statements()
                .get(0)
                .applies(request(action, resource, null)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Extra': 1} | Statement/Extra: is no element of a policy, expected Action,
          {'Effect': 'allow', 'Action': '*', 'Resource': '*'}   | Statement/Effect: found 'allow', expected Allow or Deny
          {'Action': '*', 'Resource': '*'}                      | Statement/Effect: found '', expected Allow or Deny
          {'Effect': 'Allow', 'Resource': '*'}                  | Statement: has neither Action nor NotAction
          {'Effect': 'Allow', 'Action': '*', 'NotAction': '*', 'Resource': '*'} | Statement: has Action and NotAction
          {'Effect': 'Allow', 'Action': 'GetObject', 'Resource': '*'} | Statement/Action: found 'GetObject', expected '*' or service:Action
          {'Effect': 'Allow', 'Action': '*:Get', 'Resource': '*'} | Statement/Action: found '*:Get'
          {'Effect': 'Allow', 'Action': [], 'Resource': '*'}    | Statement/Action: found an empty array
          {'Effect': 'Allow', 'Action': 7, 'Resource': '*'}     | Statement/Action: found 7, expected text
          {'Effect': 'Allow', 'Action': '*', 'Resource': {'Fn::GetAtt': 'x'}} | Statement/Resource: found {"Fn::GetAtt":"x"}, expected text
          {'Effect': 'Allow', 'Action': '*', 'Resource': 'lake'} | Statement/Resource: found 'lake', expected '*' or arn:
          {'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:s3:::${AWS::AccountId}'} | Statement/Resource: found the condition key 'AWS::AccountId'
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': []} | Statement/Condition: found [], expected an object
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': 'me'} | Statement/Principal: found "me", expected "*"
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': {}} | Statement/Principal: found {}
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': {'Federated': 'x'}} | Statement/Principal/Federated: is a type of principal that is not known here
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': {'AWS': 'arn:aws:iam::000000000000:role/*'}} | Statement/Principal/AWS: found 'arn:aws:iam::000000000000:role/*'
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': {'Service': 'lambda'}} | Statement/Principal/Service: found 'lambda'
          {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'NotPrincipal': '*'} | Statement: has NotPrincipal with Allow
          []                                                    | Statement: found none, expected at least one
          'x'                                                   | Statement: found "x", expected an object
          [{'Sid': 'a', 'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Sid': 'a', 'Effect': 'Deny', 'Action': '*', 'Resource': '*'}] | Statement[1]/Sid: found 'a' a second time
          """)
  void shouldRefuseWhatItDoesNotUnderstand(String statement, String message) {
    assertThatThrownBy(
            () ->
                PolicyDocument.parse(
                    json("{'Version': '2012-10-17', 'Statement': " + statement + "}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Version': '2012-10-18', 'Statement': {%s}}           | Version: found '2012-10-18', expected 2012-10-17
          {'Version': '2012-10-17', 'Statment': {%s}}            | policy/Statment: is no element of a policy
          {'Version': '2012-10-17'}                              | Statement: found , expected an object
          []                                                     | policy: found [], expected an object
          """)
  void shouldRefuseAnotherFrame(String policy, String message) {
    assertThatThrownBy(() -> PolicyDocument.parse(json(policy.formatted(ALLOW))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldReportAllFindingsTogether() {
    assertThatThrownBy(
            () ->
                document(
                    "{'Effect': 'x', 'Action': 'y', 'Resource': 'z'}, {" + ALLOW + ", 'A': 1}"))
        .hasMessageContaining("Statement[0]/Effect")
        .hasMessageContaining("Statement[0]/Action")
        .hasMessageContaining("Statement[0]/Resource")
        .hasMessageContaining("Statement[1]/A");
  }

  @Test
  void shouldTakeOneStatementWithoutAnArrayAndTheEarlierVersionWithoutVariables() {
    String policy =
        "{'Id': 'x', 'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '%s'}}";
    Statement statement =
        PolicyDocument.parse(json(policy.formatted("arn:aws:s3:::${aws:PrincipalAccount}")))
            .statements()
            .get(0);
    assertThat(statement.applies(request("s3:ListBucket", "arn:aws:s3:::000000000000", null)))
        .isFalse();
    assertThat(
            statement.applies(
                request("s3:ListBucket", "arn:aws:s3:::${aws:PrincipalAccount}", null)))
        .isTrue();
  }

  @Test
  void shouldKeepTheIndexOfStatementsWhenOneIsTakenAway() {
    Policy policy =
        new Policy(
            "p",
            PolicyKind.IDENTITY,
            document(
                "{'Sid': 'first', "
                    + ALLOW
                    + "}, {"
                    + ALLOW
                    + "}, {'Sid': 'last', "
                    + ALLOW
                    + "}"));
    Policy rest = policy.without(policy.document().statements().get(1));
    assertThat(rest.document().statements())
        .extracting(statement -> rest.id(statement).toString())
        .containsExactly("p[0] first", "p[2] last");
    assertThat(policy.document().statements()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          IDENTITY | 'Resource': '*', 'Principal': '*'  | has Principal
          IDENTITY | 'Sid': 'x'                         | has no Resource
          RESOURCE | 'Resource': '*'                    | has no Principal
          RESOURCE | 'Principal': '*'                   | has no Resource
          KMS_KEY  | 'Resource': '*'                    | has no Principal
          TRUST    | 'Resource': '*', 'Principal': '*'  | has Resource
          TRUST    | 'NotPrincipal': '*'                | has NotPrincipal
          """)
  void shouldRefuseElementsThatTheKindOfPolicyDoesNotHave(
      PolicyKind kind, String elements, String message) {
    PolicyDocument document = document("{'Effect': 'Deny', 'Action': '*', " + elements + "}");
    assertThatThrownBy(() -> new Policy("p", kind, document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p Statement[0]: " + message);
  }
}
