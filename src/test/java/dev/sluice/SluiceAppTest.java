package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import dev.sluice.core.contract.ContractException;
import dev.sluice.fixture.Home;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.MachineDefinition;
import dev.sluice.fixture.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.cxapi.CloudAssembly;

class SluiceAppTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lambda/target/sluice-lambda.jar                 | Build it with ./sluice build or mvn package
          demo/target/sluice-demo.jar                     | Build it with ./sluice build or mvn package
          glue-scripts/target/sluice-glue.jar             | Build it with ./sluice build or mvn package
          glue-scripts/src/main/scala/GlueApp.scala       | correct SLUICE_HOME
          glue-scripts/sql/summarize_orders.sql           | A step sql("summarize_orders") needs it
          datasets/tables.csv                             | correct SLUICE_HOME
          """)
  void shouldSayWhichAssetIsMissingAndWhatToDo(String path, String remedy) throws IOException {
    Assets assets = Home.create();
    Files.delete(assets.home().resolve(path));

    assertThatThrownBy(() -> SluiceApp.build(Synthesis.app(Map.of()), assets))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("missing " + path)
        .hasMessageContaining(remedy);
  }

  @Test
  void shouldRefuseABadContractWithItsFileAndLine() throws IOException {
    Assets assets = Home.create();
    Path contract = assets.home().resolve("datasets/sales.yaml");
    Files.writeString(contract, Files.readString(contract).replace("type: date", "type: dat"));

    assertThatThrownBy(() -> SluiceApp.build(Synthesis.app(Map.of()), assets))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("datasets/sales.yaml:")
        .hasMessageContaining("dat");
  }

  @Test
  void shouldUseTheOwnDatabaseInsteadOfTheDemonstration() {
    CloudAssembly assembly =
        Synthesis.with(
            Map.of(
                "demoShop",
                false,
                "shop",
                Map.of(
                    "jdbcUrl", "jdbc:postgresql://db.example.org:5432/store",
                    "schema", "sales",
                    "secretArn", "arn:aws:secretsmanager:eu-west-1:1:secret:x",
                    "productsTableArn", "arn:aws:dynamodb:eu-west-1:1:table/catalog")));

    assertThat(Path.of(assembly.getDirectory(), "sluice-shop.template.json")).doesNotExist();
    JsonTree orders = Synthesis.template(assembly, "orders");
    assertThat(orders.only("AWS::Glue::Connection").toString())
        .contains("jdbc:postgresql://db.example.org:5432/store");
    assertThat(orders.root().toString()).contains("\"Path\":\"store/sales/%\"");
  }

  @Test
  void shouldNotRetryARefusedExportWhereRetriesAreOff() {
    CloudAssembly assembly =
        Synthesis.with(
            Map.of(
                "exportRetries", 0,
                "exportMaxConcurrentRuns", 3,
                "exportToleratedFailure", "25%"));
    JsonTree template = Synthesis.template(assembly, "orders");
    MachineDefinition machine = MachineDefinition.of(template);

    assertThat(machine.states().get("export_tables: one table").toString())
        .doesNotContain("ConcurrentRunsExceeded");
    assertThat(machine.states().get("export_tables").path("ToleratedFailurePercentage").asInt())
        .isEqualTo(25);
    assertThat(template.root().toString()).contains("\"MaxConcurrentRuns\":3");
    assertThat(machine.states().get("plan").toString()).contains("'exportConcurrency':3");
  }

  @Test
  void shouldWaitAsLongAsTheContractSays() throws IOException {
    Assets assets = Home.create();
    Path contract = assets.home().resolve("datasets/sales.yaml");
    Files.writeString(contract, Files.readString(contract).replaceAll("await: *\\w+", "await: 2h"));
    software.amazon.awscdk.App app = Synthesis.app(Map.of());
    SluiceApp.build(app, assets);

    MachineDefinition machine = MachineDefinition.of(Synthesis.template(app.synth(), "orders"));
    assertThat(machine.states().get("await_sales").path("TimeoutSeconds").asInt()).isEqualTo(7200);
  }
}
