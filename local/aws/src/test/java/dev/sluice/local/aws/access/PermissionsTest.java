package dev.sluice.local.aws.access;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.iam.request.Principal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions by the policies of deployed resources. */
class PermissionsTest {
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/audit";
  private static final String OBJECT = "arn:aws:s3:::lake/raw/a";
  private static final Access GET_ITEM = Access.to("dynamodb:GetItem", TABLE);
  private static final Access GET_OBJECT = Access.to("s3:GetObject", OBJECT);
  private static final String READER = "arn:aws:sts::000000000000:assumed-role/reader/test";

  private PermissionsFixture fixture;

  @BeforeEach
  void start(@TempDir Path directory) {
    fixture = new PermissionsFixture(directory);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static String document(String statement) {
    return "{'Version': '2012-10-17', 'Statement': [" + statement + "]}";
  }

  @Test
  void shouldRefuseARoleWithoutPoliciesInAwsWords() {
    fixture.roleWith("reader", "'Path': '/'");
    assertThat(fixture.refusal("reader", GET_ITEM))
        .contains(
            "User: "
                + READER
                + " is not authorized to perform: dynamodb:GetItem on resource: "
                + TABLE
                + " because no identity-based policy allows the dynamodb:GetItem action");
  }

  @Test
  void shouldAllowByAPolicyOfTheRoleItself() {
    fixture.role("reader", allow("dynamodb:Get*", TABLE));
    assertThat(fixture.refusal("reader", GET_ITEM)).isEmpty();
    assertThat(fixture.refusal("reader", Access.to("dynamodb:PutItem", TABLE))).isPresent();
    assertThat(fixture.refusal("reader", Access.to("dynamodb:GetItem", TABLE + "2"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS::IAM::Policy        | {'PolicyName': 'p', 'Roles': ['reader']}",
        "AWS::IAM::RolePolicy    | {'PolicyName': 'p', 'RoleName': 'reader'}",
        "AWS::IAM::ManagedPolicy | {'ManagedPolicyName': 'p', 'Roles': ['reader']}",
      })
  void shouldAllowByAPolicyThatIsAttachedLater(String type, String properties) {
    fixture.roleWith("reader", "'Path': '/'");
    fixture.deploy(
        type,
        properties.replaceFirst(
            "}$", ", 'PolicyDocument': " + document(allow("dynamodb:*", TABLE)) + "}"));
    assertThat(fixture.refusal("reader", GET_ITEM)).isEmpty();
  }

  @Test
  void shouldAllowByManagedPoliciesThatTheRoleNames() {
    String policy =
        fixture
            .deploy(
                "AWS::IAM::ManagedPolicy",
                "{'ManagedPolicyName': 'p', 'PolicyDocument': "
                    + document(allow("dynamodb:*", TABLE))
                    + "}")
            .ref();
    fixture.roleWith(
        "reader",
        "'ManagedPolicyArns': ['"
            + policy
            + "', 'arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole']");
    assertThat(fixture.refusal("reader", GET_ITEM)).isEmpty();
    assertThat(fixture.refusal("reader", Access.to("glue:GetTable", "*"))).isEmpty();
    assertThat(fixture.refusal("reader", GET_OBJECT)).isPresent();
  }

  @Test
  void shouldNameWhatATemplateMistakes() {
    assertThatThrownBy(
            () ->
                fixture.deploy(
                    "AWS::IAM::Policy",
                    "{'PolicyName': 'p', 'Roles': ['missing'], 'PolicyDocument': "
                        + document(allow("a:B", "*"))
                        + "}"))
        .hasRootCauseMessage("there is no role missing in what is deployed; there are ");
    assertThatThrownBy(
            () -> fixture.roleWith("r", "'ManagedPolicyArns': ['arn:aws:iam::1:policy/other']"))
        .rootCause()
        .hasMessageStartingWith("ManagedPolicyArns names arn:aws:iam::1:policy/other, which no");
  }

  @Test
  void shouldLetADenialWin() {
    String deny = "{'Effect': 'Deny', 'Action': 'dynamodb:GetItem', 'Resource': '" + TABLE + "'}";
    fixture.role("reader", allow("dynamodb:*", "*") + ", " + deny);
    assertThat(fixture.refusal("reader", GET_ITEM))
        .hasValueSatisfying(
            message ->
                assertThat(message).endsWith("with an explicit deny in an identity-based policy"));
    assertThat(fixture.refusal("reader", Access.to("dynamodb:Scan", TABLE))).isEmpty();
  }

  @Test
  void shouldJudgeAnObjectByItsBucketsPolicyToo() {
    fixture.role("reader", allow("s3:*", "*"));
    fixture.role("guest", allow("s3:PutObject", "*"));
    String statements =
        "{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', 'Resource':"
            + " 'arn:aws:s3:::lake/secret/*'}, {'Effect': 'Allow', 'Principal': {'AWS':"
            + " 'arn:aws:iam::000000000000:role/guest'}, 'Action': 's3:GetObject', 'Resource':"
            + " 'arn:aws:s3:::lake/raw/*'}";
    fixture.deploy(
        "AWS::S3::BucketPolicy",
        "{'Bucket': 'lake', 'PolicyDocument': " + document(statements) + "}");

    assertThat(fixture.refusal("reader", Access.to("s3:GetObject", "arn:aws:s3:::lake/secret/k")))
        .hasValueSatisfying(
            message ->
                assertThat(message).endsWith("with an explicit deny in a resource-based policy"));
    assertThat(fixture.refusal("reader", GET_OBJECT)).isEmpty();
    assertThat(fixture.refusal("guest", GET_OBJECT)).isEmpty();
    assertThat(fixture.refusal("guest", Access.to("s3:GetObject", "arn:aws:s3:::lake/b")))
        .isPresent();
    assertThat(
            fixture.refusal(
                fixture.permissions.caller(
                    Optional.of(new Signature(Callers.ADMINISTRATOR.accessKeyId(), null))),
                Access.to("s3:GetObject", "arn:aws:s3:::lake/secret/k")))
        .isPresent();
  }

  @Test
  void shouldNeedTheKeyOfAnEncryptedBucketFromPolicyAndRole() {
    String root =
        "{'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::000000000000:root'}, 'Action':"
            + " 'kms:*', 'Resource': '*'}";
    String key =
        fixture
            .deploy("AWS::KMS::Key", "{'KeyPolicy': " + document(root) + "}")
            .attributes()
            .get("Arn")
            .asText();
    fixture
        .permissions
        .encryption()
        .deployed(
            PermissionsFixture.resource(
                "AWS::S3::Bucket",
                "{'BucketEncryption': {'ServerSideEncryptionConfiguration':"
                    + " [{'ServerSideEncryptionByDefault': {'KMSMasterKeyID': '"
                    + key
                    + "'}}]}}"),
            Deployed.ref("lake").with("Arn", "arn:aws:s3:::lake"));
    fixture.role("reader", allow("s3:GetObject", "*"));
    fixture.role("keyed", allow("s3:GetObject", "*") + ", " + allow("kms:Decrypt", key));

    assertThat(fixture.refusal("keyed", GET_OBJECT)).isEmpty();
    assertThat(fixture.refusal("reader", GET_OBJECT))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .contains("is not authorized to perform: kms:Decrypt on resource: " + key)
                    .endsWith("because no identity-based policy allows the kms:Decrypt action"));
  }

  @ParameterizedTest
  @CsvSource({
    "events.amazonaws.com, arn:aws:events:us-east-1:000000000000:rule/mine, true",
    "events.amazonaws.com, arn:aws:events:us-east-1:000000000000:rule/other, false",
    "s3.amazonaws.com, arn:aws:events:us-east-1:000000000000:rule/mine, false",
  })
  void shouldLetAServiceInvokeByAPermissionOfTheFunction(
      String service, String source, boolean allowed) {
    String function = "arn:aws:lambda:us-east-1:000000000000:function:notify";
    fixture.deploy(
        "AWS::Lambda::Permission",
        "{'FunctionName': 'notify', 'Action': 'lambda:InvokeFunction', 'Principal':"
            + " 'events.amazonaws.com', 'SourceArn':"
            + " 'arn:aws:events:us-east-1:000000000000:rule/mine'}");
    Access invoke = Access.to("lambda:InvokeFunction", function).when("aws:SourceArn", source);
    assertThat(fixture.refusal(Principal.service(service), invoke).isEmpty()).isEqualTo(allowed);
  }

  @Test
  void shouldJudgeWhoMayAssumeARoleByItsTrust() {
    String role = fixture.role("reader", allow("s3:*", "*"));
    fixture.permissions.requireTrust(role, "lambda.amazonaws.com");
    assertThatThrownBy(() -> fixture.permissions.requireTrust(role, "glue.amazonaws.com"))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: " + role);
  }

  @ParameterizedTest
  @CsvSource({"logs.us-east-1.amazonaws.com, true", "logs.eu-west-1.amazonaws.com, false"})
  void shouldEncryptLogsOnlyWhereTheKeyLetsTheLogsServiceDoSo(String service, boolean allowed) {
    String key =
        fixture
            .deploy(
                "AWS::KMS::Key",
                "{'KeyPolicy': "
                    + document(
                        "{'Effect': 'Allow', 'Principal': {'Service': '"
                            + service
                            + "'}, 'Action': ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*',"
                            + " 'kms:GenerateDataKey*', 'kms:Describe*'], 'Resource': '*'}")
                    + "}")
            .attributes()
            .get("Arn")
            .asText();
    String group = "{'LogGroupName': '/aws/lambda/f', 'KmsKeyId': '" + key + "'}";
    if (allowed) {
      assertThat(fixture.deploy("AWS::Logs::LogGroup", group).ref()).isEqualTo("/aws/lambda/f");
    } else {
      assertThatThrownBy(() -> fixture.deploy("AWS::Logs::LogGroup", group))
          .cause()
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "The specified KMS key does not exist or is not allowed to be used with Arn"
                  + " 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f'");
    }
  }

  @Test
  void shouldLetTheAdministratorDoEverythingElse() {
    Principal administrator =
        fixture.permissions.caller(
            Optional.of(new Signature(Callers.ADMINISTRATOR.accessKeyId(), null)));
    assertThat(fixture.refusal(administrator, GET_ITEM, GET_OBJECT)).isEmpty();
  }

  @Test
  void shouldRefuseWhoeverIsNotKnown() {
    assertThatThrownBy(() -> fixture.permissions.caller(Optional.empty()))
        .isInstanceOfSatisfying(UnknownCaller.class, e -> assertThat(e.isUnsigned()).isTrue())
        .hasMessageContaining("./sluice env");
    assertThatThrownBy(() -> fixture.permissions.caller(Optional.of(new Signature("AKIA0", null))))
        .isInstanceOfSatisfying(UnknownCaller.class, e -> assertThat(e.isUnsigned()).isFalse())
        .hasMessageStartingWith("The security token included in the request is invalid.");
  }

  @Test
  void shouldKnowRolesByNameAndArn() {
    String role = fixture.role("reader", allow("s3:*", "*"));
    assertThat(fixture.permissions.roleNames()).isEqualTo(List.of("reader"));
    assertThat(fixture.permissions.roleArn("reader")).contains(role);
    assertThat(fixture.permissions.roleArn(role)).contains(role);
    assertThat(fixture.permissions.roleArn("other")).isEmpty();
  }
}
