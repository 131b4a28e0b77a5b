package dev.sluice.console.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.deployment.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
  @TempDir private Path directory;

  private Assembly assembly() {
    return Assembly.of(new Home(directory, directory, directory, new Deployment("acme-dev")));
  }

  /**
   * Writes stacks; a pipeline's stack tells of it in a parameter, others tell of something else.
   */
  private void synthesize(String... parameters) throws IOException {
    StringBuilder stacks = new StringBuilder("\"Tree\":{\"type\":\"cdk:tree\"}");
    for (String parameter : parameters) {
      String stack = "acme-dev-" + parameter.substring(parameter.lastIndexOf('/') + 1);
      Files.writeString(
          directory.resolve(stack + ".json"),
          "{\"Resources\":{\"P\":{\"Properties\":{\"Name\":\"" + parameter + "\"}}}}");
      stacks.append(
          ",\"%s\":{\"type\":\"aws:cloudformation:stack\",\"properties\":{\"templateFile\":\"%s.json\"}}"
              .formatted(stack, stack));
    }
    Files.writeString(directory.resolve("manifest.json"), "{\"artifacts\":{" + stacks + "}}");
  }

  @Test
  void shouldKnowPipelinesByTheParameterInWhichTheyTellOfThemselves() throws IOException {
    synthesize(
        "/sluice/acme-dev/pipelines/stations",
        "/sluice/acme-dev/datasets",
        "/sluice/acme-dev/pipelines/orders",
        "/sluice/other/pipelines/leads");

    assertThat(assembly().pipelines()).containsExactly("orders", "stations");
    assertThat(assembly().deploying("orders")).containsExactly("--stack", "acme-dev-orders");
  }

  @Test
  void shouldRefuseAPipelineThatIsNotThereNamingThoseThatAre() throws IOException {
    synthesize("/sluice/acme-dev/pipelines/orders", "/sluice/acme-dev/pipelines/stations");

    assertThatThrownBy(() -> assembly().pipeline("order"))
        .hasMessage("found no pipeline 'order', expected one of [orders, stations].");
    assertThatThrownBy(() -> assembly().pipeline(null))
        .hasMessage("found the pipelines [orders, stations], expected the name of one of them.");
  }

  @Test
  void shouldTakeTheOnlyPipelineWhereNoneIsNamed() throws IOException {
    synthesize("/sluice/acme-dev/pipelines/orders");

    assertThat(assembly().pipeline(null)).isEqualTo("orders");
  }

  @Test
  void shouldSayWhatToDoWhereNothingIsSynthesized() {
    assertThatThrownBy(this::assembly)
        .hasMessageContaining("found no synthesized templates in " + directory)
        .hasMessageContaining("./sluice synth");
  }
}
