package dev.sluice.local.aws.access;

import static dev.sluice.local.aws.access.PermissionsFixture.allow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String A = "arn:aws:s3:::lake/a";
  private static final Access GET_A = Access.to("s3:GetObject", A);
  private static final Access PUT_A = Access.to("s3:PutObject", A);

  @TempDir private Path directory;

  private PermissionsFixture open() {
    return new PermissionsFixture(directory);
  }

  private JsonNode role(String name) {
    return Json.read(directory.resolve("permissions.json")).path("roles").path(name);
  }

  /** {@code action resource used}, in the order of the policies. */
  private List<String> grants(String role) {
    List<String> grants = new ArrayList<>();
    for (JsonNode grant : role(role).path("grants")) {
      grants.add(
          grant.path("action").asText()
              + " "
              + grant.path("resource").asText()
              + " "
              + grant.path("used").asText());
    }
    return grants;
  }

  @Test
  void shouldCountEachActionOnEachResource() {
    try (PermissionsFixture run = open()) {
      run.role(
          "r",
          "{'Effect': 'Allow', 'Action': ['s3:GetObject', 's3:PutObject'], 'Resource': ['"
              + A
              + "', 'arn:aws:s3:::lake/b']}");
      run.refusal("r", GET_A);
      run.refusal("r", GET_A, PUT_A);
    }
    assertThat(grants("r"))
        .containsExactly(
            "s3:GetObject " + A + " 2",
            "s3:GetObject arn:aws:s3:::lake/b 0",
            "s3:PutObject " + A + " 1",
            "s3:PutObject arn:aws:s3:::lake/b 0");
    assertThat(role("r").at("/grants/0/policy").asText()).isEqualTo("inline");
  }

  @Test
  void shouldWriteWhatIsGrantedBeforeAnythingIsUsed() {
    try (PermissionsFixture run = open()) {
      run.role("r", allow("s3:GetObject", A));
    }
    assertThat(grants("r")).containsExactly("s3:GetObject " + A + " 0");
  }

  @Test
  void shouldKeepAnExampleOfACallThatOneGrantAloneAllowed() {
    try (PermissionsFixture run = open()) {
      run.role(
          "r",
          allow("s3:GetObject", A)
              + ", "
              + allow("s3:Get*", "arn:aws:s3:::lake/*")
              + ", "
              + allow("s3:PutObject", A));
      run.refusal("r", GET_A);
      run.refusal("r", PUT_A.when("s3:prefix", "x"));
    }
    assertThat(grants("r"))
        .containsExactly(
            "s3:GetObject " + A + " 1",
            "s3:Get* arn:aws:s3:::lake/* 1",
            "s3:PutObject " + A + " 1");
    assertThat(role("r").at("/grants/0/alone").isMissingNode()).isTrue();
    assertThat(role("r").at("/grants/1/alone").isMissingNode()).isTrue();
    assertThat(role("r").at("/grants/2/alone").toString())
        .isEqualTo(
            "{\"action\":\"s3:PutObject\",\"resource\":\""
                + A
                + "\",\"context\":{\"s3:prefix\":[\"x\"]}}");
  }

  @Test
  void shouldCountRefusalsWithTheirMessage() {
    try (PermissionsFixture run = open()) {
      run.role("r", allow("s3:GetObject", A));
      run.refusal("r", PUT_A);
      run.refusal("r", PUT_A);
    }
    JsonNode refused = role("r").path("refused");
    assertThat(refused).hasSize(1);
    assertThat(refused.at("/0/action").asText()).isEqualTo("s3:PutObject");
    assertThat(refused.at("/0/resource").asText()).isEqualTo(A);
    assertThat(refused.at("/0/times").asInt()).isEqualTo(2);
    assertThat(refused.at("/0/message").asText()).contains("is not authorized to perform");
  }

  @Test
  void shouldGoOnCountingAfterARestart() {
    for (int i = 0; i < 3; i++) {
      try (PermissionsFixture run = open()) {
        run.role("r", allow("s3:GetObject", A));
        run.refusal("r", GET_A, PUT_A);
      }
    }
    assertThat(grants("r")).containsExactly("s3:GetObject " + A + " 3");
    assertThat(role("r").at("/refused/0/times").asInt()).isEqualTo(3);
    assertThat(role("r").at("/grants/0/alone/action").asText()).isEqualTo("s3:GetObject");
  }

  @Test
  void shouldForgetAGrantThatThePoliciesNoLongerHave() {
    try (PermissionsFixture before = open()) {
      before.role("r", allow("s3:GetObject", A) + ", " + allow("s3:PutObject", A));
      before.refusal("r", GET_A, PUT_A);
    }
    try (PermissionsFixture after = open()) {
      after.role("r", allow("s3:PutObject", A));
    }
    assertThat(grants("r")).containsExactly("s3:PutObject " + A + " 1");
  }

  @Test
  void shouldKeepARoleWhoseStackIsNotDeployedThisTime() {
    try (PermissionsFixture before = open()) {
      before.role("orders", allow("s3:GetObject", A));
      before.refusal("orders", GET_A, PUT_A);
    }
    JsonNode orders = role("orders");
    try (PermissionsFixture after = open()) {
      after.role("stations", allow("s3:GetObject", A));
      after.refusal("stations", GET_A);
    }
    assertThat(role("orders")).isEqualTo(orders);
    assertThat(grants("stations")).containsExactly("s3:GetObject " + A + " 1");
  }

  @Test
  void shouldForgetARoleThatNoStackHasAnyMore() {
    try (PermissionsFixture before = open()) {
      before.role("removed", allow("s3:GetObject", A));
      before.role("elsewhere", allow("s3:GetObject", A));
      before.refusal("removed", GET_A, PUT_A);
    }
    try (PermissionsFixture after = open()) {
      after.role("kept", allow("s3:GetObject", A));
      after.forgetAllBut("elsewhere", "kept");
    }
    assertThat(role("removed").isMissingNode()).isTrue();
    assertThat(grants("elsewhere")).hasSize(1);
    assertThat(grants("kept")).hasSize(1);
    try (PermissionsFixture again = open()) {
      again.role("removed", allow("s3:GetObject", A));
    }
    assertThat(grants("removed")).containsExactly("s3:GetObject " + A + " 0");
    assertThat(role("removed").path("refused")).isEmpty();
  }

  @Test
  void shouldRememberOnlySoManyRefusalsOfARoleButCountThose() {
    try (PermissionsFixture run = open()) {
      run.role("r", allow("s3:PutObject", A));
      for (int i = 0; i < 300; i++) {
        run.refusal("r", Access.to("s3:GetObject", "arn:aws:s3:::lake/" + i));
      }
      run.refusal("r", Access.to("s3:GetObject", "arn:aws:s3:::lake/7"));
    }
    assertThat(role("r").path("refused")).hasSize(200);
    assertThat(role("r").at("/refused/7/times").asInt()).isEqualTo(2);
  }

  @Test
  void shouldListNeitherDenialsNorWhatAwsItselfWrote() {
    try (PermissionsFixture run = open()) {
      run.roleWith(
          "r",
          "'ManagedPolicyArns': ['arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole'],"
              + " 'Policies': [{'PolicyName': 'p', 'PolicyDocument': {'Version': '2012-10-17',"
              + " 'Statement': [{'Effect': 'Deny', 'Action': 's3:*', 'Resource': '*'}, "
              + allow("s3:GetObject", A)
              + "]}}]");
      run.refusal("r", Access.to("glue:GetTable", "*"));
      run.refusal("r", GET_A);
    }
    assertThat(grants("r")).containsExactly("s3:GetObject " + A + " 0");
    assertThat(role("r").at("/refused/0/message").asText()).contains("explicit deny");
  }

  @Test
  void shouldTellGrantsApartByTheirCondition() {
    String listing =
        "{'Effect': 'Allow', 'Action': 's3:ListBucket', 'Resource': 'arn:aws:s3:::lake',"
            + " 'Condition': {'StringLike': {'s3:prefix': '%s/*'}}}";
    try (PermissionsFixture run = open()) {
      run.role("r", listing.formatted("raw") + ", " + listing.formatted("curated"));
      run.refusal(
          "r", Access.to("s3:ListBucket", "arn:aws:s3:::lake").when("s3:prefix", "curated/a"));
    }
    assertThat(role("r").at("/grants/0/condition").asText())
        .isEqualTo("{\"StringLike\":{\"s3:prefix\":\"raw/*\"}}");
    assertThat(grants("r"))
        .containsExactly("s3:ListBucket arn:aws:s3:::lake 0", "s3:ListBucket arn:aws:s3:::lake 1");
  }
}
