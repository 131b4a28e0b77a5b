package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.AfterOrdersRun;
import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import dev.sluice.test.fixture.OrdersRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** What roles are granted, have used and were refused, as a person asks after one run. */
@AfterOrdersRun
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsReportTest {
  /** The embedded AWS writes its account of the calls every few seconds. */
  private static final Duration WRITTEN = Duration.ofSeconds(20);

  private final CommandLine line;

  PermissionsReportTest(OrdersRun run) {
    line = new CommandLine(Assembly.standard(), run.directory().resolve("state"));
  }

  @Test
  void shouldShowWhatTheRunUsedByRole() {
    Answer all = line.call("permissions");
    assertThat(all.exitCode()).as(all.output()).isZero();
    assertThat(all.output())
        .containsPattern("sluice-orders-ProcessSalesJobRole: \\d+ grants, \\d+ used, 0 refused")
        .contains("sluice-datasets-RegisterFileRole: ")
        .containsPattern("(?m)^\\d+ roles: \\d+ grants, \\d+ used, \\d+ refused$");

    Answer one = line.call("permissions", "validate-files");
    assertThat(one.output())
        .startsWith("sluice-orders-ValidateFilesRole: ")
        .containsPattern("PutObject \\d+")
        .doesNotContain("ProcessSales");
  }

  @Test
  void shouldShowWhatWasNeverUsed() {
    Answer people = line.call("permissions", "--unused", "--pipeline", "orders");
    assertThat(people.exitCode()).as(people.output()).isZero();
    assertThat(people.output())
        .contains(" unused")
        .doesNotContain("sluice-datasets-RegisterFileRole");

    List<JsonNode> roles = json(line.call("permissions", "--unused", "--json")).asArray();
    assertThat(roles)
        .isNotEmpty()
        .allSatisfy(
            role -> {
              assertThat(role.field("refused")).isEmpty();
              assertThat(role.field("grants").orElseThrow().asArray())
                  .isNotEmpty()
                  .allSatisfy(grant -> assertThat(number(grant, "used")).isZero());
            });
  }

  @Test
  void shouldShowWhatARoleWasRefusedOnTheCommandLine() throws InterruptedException {
    Answer refused = line.call("audit", "sales", "--role", "guard");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output())
        .contains(
            "assumed-role/sluice-orders-GuardRole",
            "/command-line is not authorized to perform: dynamodb:Query on resource:",
            "because no identity-based policy allows the dynamodb:Query action")
        .doesNotContain("\tat ");

    assertThat(refusalsOf("guard"))
        .containsPattern("sluice-orders-GuardRole: \\d+ grants, \\d+ used, 1 refused")
        .containsPattern("refused (once|\\d+ times): dynamodb:Query on ")
        .doesNotContain(" unused");
    JsonNode role = json(line.call("permissions", "guard", "--refused", "--json")).asArray().get(0);
    assertThat(role.field("grants")).isEmpty();
    JsonNode call = role.field("refused").orElseThrow().asArray().get(0);
    assertThat(call.field("action").orElseThrow().asString()).isEqualTo("dynamodb:Query");
    assertThat(number(call, "times")).isPositive();
  }

  private String refusalsOf(String role) throws InterruptedException {
    Instant deadline = Instant.now().plus(WRITTEN);
    while (true) {
      String output = line.call("permissions", role, "--refused").output();
      if (!output.equals("No refused calls.\n") || Instant.now().isAfter(deadline)) {
        return output;
      }
      Thread.sleep(500);
    }
  }

  @Test
  void shouldNameTheRolesWhereOneIsNotKnown() {
    for (Answer answer :
        List.of(
            line.call("permissions", "gaurd"), line.call("audit", "sales", "--role", "gaurd"))) {
      assertThat(answer.exitCode()).as(answer.output()).isEqualTo(2);
      assertThat(answer.output())
          .contains("found no role with 'gaurd' in its name, expected one of [")
          .contains("sluice-orders-GuardRole");
    }
    Answer several = line.call("audit", "sales", "--role", "process");
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.output())
        .contains("roles with 'process' in their names", "sluice-orders-ProcessSalesJobRole");
  }

  private static JsonNode json(Answer answer) {
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    return JsonNode.parser().parse(answer.output());
  }

  private static long number(JsonNode node, String field) {
    return Long.parseLong(node.field(field).orElseThrow().asNumber());
  }
}
