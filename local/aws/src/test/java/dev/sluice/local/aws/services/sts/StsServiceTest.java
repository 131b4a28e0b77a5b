package dev.sluice.local.aws.services.sts;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.Sdk;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.PermissionsFixture;
import dev.sluice.local.aws.endpoint.Endpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class StsServiceTest {
  private static final String ROLES = "arn:aws:iam::000000000000:role/";

  private PermissionsFixture fixture;
  private Endpoint endpoint;
  private StsClient person;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    fixture = new PermissionsFixture(directory);
    fixture.role("reader", allow("s3:GetObject", "*"));
    fixture.role("hopper", allow("sts:AssumeRole", "*"));
    endpoint = new Endpoint(0);
    endpoint.serve(
        fixture.permissions,
        List.of(),
        new StsService(fixture.permissions).queryServices(),
        List.of());
    person = Sdk.client(StsClient.builder(), endpoint.url());
  }

  @AfterEach
  void stop() {
    person.close();
    endpoint.close();
    fixture.close();
  }

  @Test
  void shouldLetTheAdministratorActAsAnyRole() {
    AssumeRoleResponse taken =
        person.assumeRole(b -> b.roleArn(ROLES + "reader").roleSessionName("try"));

    String session = "arn:aws:sts::000000000000:assumed-role/reader/try";
    assertThat(taken.assumedRoleUser().arn()).isEqualTo(session);
    assertThat(taken.credentials().expiration()).isAfter(Instant.now());
    Credentials credentials =
        new Credentials(
            taken.credentials().accessKeyId(),
            taken.credentials().secretAccessKey(),
            taken.credentials().sessionToken());
    try (StsClient role = Sdk.client(StsClient.builder(), endpoint.url(), credentials)) {
      assertThat(role.getCallerIdentity().arn()).isEqualTo(session);
      assertThat(role.getCallerIdentity().userId())
          .isEqualTo(taken.assumedRoleUser().assumedRoleId());
    }
  }

  @Test
  void shouldTellThePersonWhoTheyAre() {
    assertThat(person.getCallerIdentity().account()).isEqualTo("000000000000");
    assertThat(person.getCallerIdentity().arn()).startsWith("arn:aws:");
  }

  @Test
  void shouldNameTheRolesWhereThereIsNoSuch() {
    assertThatThrownBy(
            () -> person.assumeRole(b -> b.roleArn(ROLES + "missing").roleSessionName("try")))
        .isInstanceOfSatisfying(
            StsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(e.awsErrorDetails().errorMessage())
                  .contains("there is no role", "role/missing", "there are hopper, reader");
            });
  }

  @Test
  void shouldLetAnotherRoleInOnlyWhereItIsTrusted() {
    fixture.deploy(
        "AWS::IAM::Role",
        "{'RoleName': 'open', 'AssumeRolePolicyDocument': {'Version': '2012-10-17', 'Statement':"
            + " [{'Effect': 'Allow', 'Principal': {'AWS': '"
            + ROLES
            + "hopper'}, 'Action': 'sts:AssumeRole'}]}}");
    try (StsClient hopper =
        Sdk.client(StsClient.builder(), endpoint.url(), fixture.credentials("hopper"))) {
      assertThat(
              hopper
                  .assumeRole(b -> b.roleArn(ROLES + "open").roleSessionName("try"))
                  .assumedRoleUser()
                  .arn())
          .endsWith(":assumed-role/open/try");
      assertThatThrownBy(
              () -> hopper.assumeRole(b -> b.roleArn(ROLES + "reader").roleSessionName("try")))
          .isInstanceOf(StsException.class)
          .hasMessageContaining(
              "assumed-role/hopper/test is not authorized to perform: sts:AssumeRole on resource: "
                  + ROLES
                  + "reader");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::123456789012:role/reader",
        "arn:aws:iam::000000000000:role/a/reader"
      })
  void shouldKnowARoleByItsNameAloneAndAnswerWithTheOneThatIsDeployed(String arn) {
    assertThat(
            person.assumeRole(b -> b.roleArn(arn).roleSessionName("try")).assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::000000000000:assumed-role/reader/try");
  }

  @Test
  void shouldNeedANameForTheSession() {
    assertThatThrownBy(
            () -> person.assumeRole(b -> b.roleArn(ROLES + "reader").roleSessionName("")))
        .isInstanceOfSatisfying(
            StsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
  }
}
