package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.SluiceApp;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Synthesis;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.cxapi.CloudAssembly;

/** cdk-nag's AWS Solutions rules, with everything switched on that has resources of its own. */
class NagTest {

  @Test
  void shouldHaveNoFindingWithoutAReason() {
    App app =
        Synthesis.app(
            Map.of(
                "orders",
                Map.of("schedule", "rate(1 day)", "startOnFile", true),
                "alertEmail",
                List.of("a@b.org")));
    SluiceApp.build(app, Synthesis.assets());
    Aspects.of(app).add(new AwsSolutionsChecks());
    CloudAssembly assembly = app.synth();

    List<String> findings = new ArrayList<>();
    assertThat(Path.of(assembly.getDirectory(), "AwsSolutions-sluice-orders-NagReport.csv"))
        .as("cdk-nag has looked")
        .content()
        .contains("AwsSolutions-IAM5", "Suppressed")
        .doesNotContain("Non-Compliant");
    for (String stack : Synthesis.stacks(assembly)) {
      JsonTree.read(Path.of(assembly.getDirectory(), stack + ".metadata.json"))
          .root()
          .properties()
          .forEach(
              construct ->
                  construct
                      .getValue()
                      .forEach(
                          entry -> {
                            if (entry.path("type").asText().matches("aws:cdk:(error|warning)")) {
                              findings.add(construct.getKey() + ": " + entry.path("data").asText());
                            }
                          }));
    }
    assertThat(findings).isEmpty();
  }
}
