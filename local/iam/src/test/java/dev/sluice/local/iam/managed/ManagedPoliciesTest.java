package dev.sluice.local.iam.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.iam.Sample;
import dev.sluice.local.iam.decision.Evaluation;
import dev.sluice.local.iam.decision.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedPoliciesTest {
  private static final String PREFIX = "arn:aws:iam::aws:policy/";
  private static final String LOGS = "arn:aws:logs:eu-west-1:000000000000:log-group:";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          AWSLambdaBasicExecutionRole     | logs:PutLogEvents          | *                        | -             | true
          AWSLambdaBasicExecutionRole     | ec2:CreateNetworkInterface | *                        | -             | false
          AWSLambdaVPCAccessExecutionRole | ec2:CreateNetworkInterface | *                        | -             | true
          AWSLambdaVPCAccessExecutionRole | ec2:DescribeVpcEndpoints   | *                        | -             | false
          AWSGlueServiceRole              | glue:GetTable              | *                        | -             | true
          AWSGlueServiceRole              | s3:ListBucket              | arn:aws:s3:::lake        | -             | true
          AWSGlueServiceRole              | s3:GetObject               | arn:aws:s3:::lake/a      | -             | false
          AWSGlueServiceRole              | s3:GetObject               | arn:aws:s3:::aws-glue-a/b | -            | true
          AWSGlueServiceRole              | ec2:CreateTags             | arn:aws:ec2:eu-west-1:000000000000:network-interface/eni-1 | aws:TagKeys=aws-glue-service-resource | true
          AWSGlueServiceRole              | ec2:CreateTags             | arn:aws:ec2:eu-west-1:000000000000:network-interface/eni-1 | aws:TagKeys=owner | false
          """)
  void shouldAllowWhatThePolicyOfItsPageAllows(
      String name, String action, String resource, String context, boolean expected) {
    assertThat(allows(name, action, resource, context)).isEqualTo(expected);
  }

  @Test
  void shouldLetGlueWriteItsOwnLogGroupsOnly() {
    assertThat(allows("AWSGlueServiceRole", "logs:PutLogEvents", LOGS + "/aws-glue/jobs", null))
        .isTrue();
    assertThat(allows("AWSGlueServiceRole", "logs:PutLogEvents", LOGS + "other", null)).isFalse();
  }

  private static boolean allows(String name, String action, String resource, String context) {
    return Evaluation.decide(
            Sample.request(action, resource, context),
            List.of(ManagedPolicies.get(PREFIX + "service-role/" + name)),
            Optional.empty(),
            Rule.ORDINARY)
        .allowed();
  }

  @Test
  void shouldSayHowToAddAPolicyThatIsNotKnown() {
    assertThatThrownBy(() -> ManagedPolicies.get(PREFIX + "AdministratorAccess"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found the AWS-managed policy AdministratorAccess")
        .hasMessageContaining("/aws-managed-policy/latest/reference/AdministratorAccess.html")
        .hasMessageContaining("managed/AdministratorAccess.json");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole, true",
    "arn:aws:iam::aws:policy/AdministratorAccess, true",
    "arn:aws:iam::000000000000:policy/mine, false",
    "AWSGlueServiceRole, false"
  })
  void shouldTellAwsPoliciesFromAnAccountsOwn(String arn, boolean expected) {
    assertThat(ManagedPolicies.isManagedByAws(arn)).isEqualTo(expected);
  }
}
