package dev.sluice.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Synthesis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What services do in the name of a role, which no call of ours shows before the account runs. */
class RightsOfServicesTest {
  private static final Map<String, JsonTree> TEMPLATES = new LinkedHashMap<>();

  @BeforeAll
  static void synthesize() {
    for (String stack : Synthesis.stacks(Synthesis.whole())) {
      TEMPLATES.put(stack, Synthesis.templateOf(Synthesis.whole(), stack));
    }
  }

  private static List<Need> needs(JsonTree template) {
    List<Need> needs = new ArrayList<>(GlueNeeds.of(template));
    needs.addAll(FunctionNeeds.of(template));
    needs.addAll(MachineNeeds.of(template));
    return needs;
  }

  @Test
  void shouldBeGrantedInEveryTemplate() {
    TEMPLATES.forEach(
        (stack, template) ->
            assertThat(needs(template).stream().filter(need -> !need.metBy(template)))
                .as("the rights that %s lacks", stack)
                .isEmpty());
  }

  @Test
  void shouldCoverConnectionsNetworksCrawlersMapsAndLogs() {
    Set<String> actions = new TreeSet<>();
    TEMPLATES.values().forEach(t -> needs(t).forEach(need -> actions.add(need.action())));

    assertThat(actions)
        .as("what is asked of the real templates, so that no rule is idle")
        .contains(
            "ec2:CreateTags",
            "ec2:AssignPrivateIpAddresses",
            "glue:GetConnection",
            "glue:BatchCreatePartition",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "states:RedriveExecution",
            "states:StartExecution",
            "logs:CreateLogDelivery",
            "logs:AssociateKmsKey",
            "secretsmanager:GetSecretValue");
  }

  @Test
  void shouldBeMissedOnceTheirStatementIsTakenOut() {
    TEMPLATES.forEach(
        (stack, template) -> {
          for (Need need : needs(template)) {
            assertThat(need.metBy(without(template, need)))
                .as("%s without the statement that allows it", need)
                .isFalse();
          }
        });
  }

  /** The template without the statements that allow an action to a role. */
  private static JsonTree without(JsonTree template, Need need) {
    JsonNode root = template.root().deepCopy();
    JsonTree changed = new JsonTree(root);
    changed
        .resources("AWS::IAM::Policy")
        .forEach(
            policy -> {
              JsonNode properties = policy.getValue().path("Properties");
              if (properties.path("Roles").findValuesAsText("Ref").contains(need.role())) {
                ArrayNode statements = (ArrayNode) properties.at("/PolicyDocument/Statement");
                for (int i = statements.size() - 1; i >= 0; i--) {
                  if (statements.get(i).path("Action").toString().contains(need.action() + "\"")) {
                    statements.remove(i);
                  }
                }
              }
            });
    return changed;
  }

  @Test
  void shouldLetTheLogsServiceUseTheKeyOfEncryptedLogs() {
    Set<String> keys = new TreeSet<>();
    TEMPLATES.values().forEach(template -> keys.addAll(LogKeys.of(template)));
    assertThat(keys).as("the keys that encrypt logs").containsExactly("<Key.Arn>");

    JsonNode policy =
        Synthesis.template(Synthesis.whole(), "datasets").only("AWS::KMS::Key").path("KeyPolicy");

    assertThat(LogKeys.missing(policy))
        .as("what the key does not allow the logs service")
        .isEmpty();
    JsonNode changed = policy.deepCopy();
    ArrayNode statements = (ArrayNode) changed.path("Statement");
    for (int i = statements.size() - 1; i >= 0; i--) {
      if (statements.get(i).path("Sid").asText().equals("LogsEncrypt")) {
        statements.remove(i);
      }
    }
    assertThat(LogKeys.missing(changed)).as("without its statement").isEqualTo(LogKeys.ACTIONS);
  }
}
