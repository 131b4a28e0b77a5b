package dev.sluice.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  private final Deployment acme = Deployment.of("acme", "dev");

  @Test
  void shouldNameEverythingAfterNameAndEnvironment() {
    assertThat(acme.name()).isEqualTo("acme-dev");
    assertThat(Deployment.of("sluice", "").name()).isEqualTo(Deployment.DEFAULT);
    assertThat(acme.named("orders")).isEqualTo("acme-dev-orders");
    assertThat(acme.pipelineParameter("orders")).isEqualTo("/sluice/acme-dev/pipelines/orders");
    assertThat(acme.datasetsParameter()).isEqualTo("/sluice/acme-dev/datasets");
  }

  @Test
  void shouldKnowThePipelineOfItsOwnParametersOnly() {
    assertThat(acme.pipelineOf("/sluice/acme-dev/pipelines/orders")).contains("orders");
    assertThat(acme.pipelineOf("/sluice/acme/pipelines/orders")).isEmpty();
    assertThat(acme.pipelineOf("/sluice/acme-dev/datasets")).isEmpty();
  }

  @Test
  void shouldFindTheDeploymentsThatTellOfThemselves() {
    assertThat(
            Deployment.namesIn(
                List.of(
                    "/sluice/sluice/pipelines/orders",
                    "/sluice/sluice/pipelines/stations",
                    "/sluice/acme-dev/datasets",
                    "/sluice/other",
                    "/sluice/pipelines/orders")))
        .containsExactly("acme-dev", "sluice");
  }
}
