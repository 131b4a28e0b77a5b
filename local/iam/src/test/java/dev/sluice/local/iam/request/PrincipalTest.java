package dev.sluice.local.iam.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.iam.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html.
 */
class PrincipalTest {
  @Test
  void shouldCarryTheKeysOfASession() {
    Context context = Sample.request("s3:GetObject", "arn:aws:s3:::lake/a", null).context();
    assertThat(context.value("aws:PrincipalArn")).isEqualTo(Sample.ROLE);
    assertThat(context.value("AWS:principalaccount")).isEqualTo(Sample.ACCOUNT);
    assertThat(context.value("aws:PrincipalType")).isEqualTo("AssumedRole");
    assertThat(context.value("aws:userid")).matches("AROA[0-9A-Z]{17}:run-1");
    assertThat(context.value("aws:username")).isNull();
  }

  @Test
  void shouldCarryTheKeysOfAService() {
    Map<String, String> keys = Principal.service("events.amazonaws.com").keys();
    assertThat(keys)
        .containsEntry("aws:PrincipalIsAWSService", "true")
        .containsEntry("aws:PrincipalServiceName", "events.amazonaws.com")
        .doesNotContainKey("aws:PrincipalArn");
  }

  @Test
  void shouldPreferWhatTheRequestSays() {
    AccessRequest request =
        new AccessRequest(
            Sample.LOADER, "s3:GetObject", "*", Map.of("AWS:UserId", List.of("AROAX:run-1")));
    assertThat(request.context().value("aws:userid")).isEqualTo("AROAX:run-1");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::000000000000:role/a, arn:aws:sts::000000000000:assumed-role/b/s",
    "arn:aws:iam::000000000000:role/a, arn:aws:sts::111111111111:assumed-role/a/s",
    "arn:aws:iam::000000000000:role/a, arn:aws:sts::000000000000:assumed-role/a",
    "arn:aws:iam::000000000000:user/a, arn:aws:sts::000000000000:assumed-role/a/s",
    "a, arn:aws:sts::000000000000:assumed-role/a/s"
  })
  void shouldRefuseARoleAndASessionThatDoNotBelongTogether(String role, String session) {
    assertThatThrownBy(() -> Principal.roleSession(role, session))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lambda", "*", "arn:aws:iam::000000000000:root"})
  void shouldRefuseWhatIsNoService(String name) {
    assertThatThrownBy(() -> Principal.service(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found '" + name + "'");
  }

  @ParameterizedTest
  @CsvSource({"GetObject, *", "s3:Get*, *", "s3:GetObject, lake/a"})
  void shouldRefuseARequestOfAnotherForm(String action, String resource) {
    assertThatThrownBy(() -> new AccessRequest(Sample.LOADER, action, resource, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }
}
