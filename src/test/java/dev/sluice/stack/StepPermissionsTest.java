package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.config.Settings;
import dev.sluice.config.SettingsReader;
import dev.sluice.construct.JdbcSource;
import dev.sluice.core.contract.Contracts;
import dev.sluice.core.contract.DatasetContract;
import dev.sluice.fixture.Approved;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Policies;
import dev.sluice.fixture.Synthesis;
import dev.sluice.pipeline.Pipelines;
import dev.sluice.pipeline.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

/** What the machine's role may do for each step alone, and what functions and jobs may do. */
class StepPermissionsTest {
  private static final App APP = Synthesis.app(Map.of());
  private static final Settings SETTINGS = SettingsReader.read(APP.getNode());
  private static final JdbcSource SHOP =
      new JdbcSource(
          "shop",
          "jdbc:postgresql://h/shop",
          "arn:aws:secretsmanager:x",
          "shop/%",
          "",
          "",
          List.of());

  static List<Step> steps() {
    Contracts contracts = Contracts.fromDirectory(Synthesis.assets().datasets());
    DatasetContract sales = contracts.get("sales");
    return List.of(
        Pipelines.guard(),
        Pipelines.await(sales),
        Pipelines.validate(sales),
        Pipelines.process(sales),
        Pipelines.crawl(SHOP),
        Pipelines.crawlLake(),
        Pipelines.exportTables(SHOP, "tables.csv", SETTINGS.export()),
        Pipelines.exportItems(4),
        Pipelines.sql("join_sales_marketing"),
        Pipelines.markIngested());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void shouldAllowTheMachineWhatTheStepNeedsAndNoMore(Step step) {
    App app = Synthesis.app(Map.of());
    DataStack data = new DataStack(app, "SluiceData", StackProps.builder().build(), SETTINGS);
    new PipelineStack(
        app,
        "SluiceOne",
        StackProps.builder().build(),
        Pipelines.pipeline("one", step),
        SETTINGS,
        Synthesis.assets(),
        data.stores(),
        List.of());
    JsonTree template = Synthesis.template(app.synth(), "SluiceOne");

    Approved.check("permissions/steps/" + step.name() + ".txt", machine(template));
  }

  @Test
  void shouldAllowFunctionsJobsAndCrawlersWhatTheyNeedAndNoMore() {
    Map<String, String> roles = new TreeMap<>();
    for (String stack : List.of("SluiceOrders", "SluiceShop")) {
      JsonTree template = Synthesis.template(Synthesis.whole(), stack);
      for (var policy : template.resources("AWS::IAM::Policy")) {
        String role = policy.getKey().replaceAll("(Role)?DefaultPolicy[0-9A-F]{8}$", "");
        if (!role.equals("Machine")) {
          roles.put(role, Policies.of(template, policy.getKey()));
        }
      }
    }

    roles.forEach((role, lines) -> Approved.check("permissions/roles/" + role + ".txt", lines));
  }

  @Test
  void shouldLetOnlyCrawlersJobsAndNetworksUseAWildcardResource() {
    Map<String, String> unnamed = new LinkedHashMap<>();
    for (String stack : List.of("SluiceOrders", "SluiceShop")) {
      JsonTree template = Synthesis.template(Synthesis.whole(), stack);
      for (var policy : template.resources("AWS::IAM::Policy")) {
        Policies.of(template, policy.getKey())
            .lines()
            .filter(line -> line.endsWith(" on *"))
            .forEach(line -> unnamed.put(line.replaceAll(":.*", ""), policy.getKey()));
      }
    }

    assertThat(unnamed.keySet())
        .as("services whose actions know no narrower resource")
        .containsExactlyInAnyOrder("cloudwatch", "glue", "ec2", "logs", "xray");
  }

  /** Without what every machine may do: its log and its traces. */
  private static String machine(JsonTree template) {
    return Policies.of(template, "MachineRole")
        .lines()
        .filter(line -> !line.startsWith("logs:") && !line.startsWith("xray:"))
        .reduce("", (a, b) -> a + b + "\n");
  }
}
