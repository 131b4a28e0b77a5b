package dev.sluice.console.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.deployment.Deployment;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;

class DirectoryTest {
  private static final String STORES =
      "\"landingBucket\":\"l\",\"failedBucket\":\"f\",\"lakeBucket\":\"k\",\"workBucket\":\"w\","
          + "\"auditTable\":\"a\",\"alertsTopicArn\":\"t\"";
  private static final String SALES =
      "\"datasets\":{\"sales\":{\"prefix\":\"sales/\",\"cadence\":\"daily\"}}";

  private final Ssm ssm = new Ssm();

  private void deploy(Deployment deployment, String... pipelines) {
    for (String name : pipelines) {
      ssm.parameters.put(
          deployment.pipelineParameter(name),
          "{\"pipeline\":\"%s\",\"stateMachineArn\":\"arn:m\",%s,\"steps\":[{\"name\":\"guard\",\"after\":[]}],\"datasets\":{}}"
              .formatted(name, STORES));
    }
  }

  private Directory directory(String deployment) {
    return Directory.of(ssm, new Deployment(deployment));
  }

  @Test
  void shouldReadEveryPipelineOfADeploymentAndNoOther() {
    deploy(new Deployment("sluice"), "stations", "orders");
    deploy(new Deployment("acme-dev"), "leads");

    assertThat(directory("sluice").pipelines())
        .extracting(PipelineInfo::name)
        .containsExactly("orders", "stations");
    assertThat(directory("sluice").find("orders").orElseThrow().steps().names())
        .containsExactly("guard");
    assertThat(directory("sluice").find("leads")).isEmpty();
  }

  @Test
  void shouldSelectOnePipelineByNameOrAll() {
    deploy(new Deployment("sluice"), "stations", "orders");

    assertThat(directory("sluice").selected("orders")).hasSize(1);
    assertThat(directory("sluice").selected(null)).hasSize(2);
    assertThatThrownBy(() -> directory("sluice").selected("leads"))
        .hasMessage("found no pipeline 'leads', expected one of [orders, stations].");
  }

  @Test
  void shouldReadTheDatasetsWithoutAPipeline() {
    ssm.parameters.put("/sluice/sluice/datasets", "{" + STORES + "," + SALES + "}");

    DatasetsInfo datasets = directory("sluice").datasets();

    assertThat(datasets.stores().landing()).isEqualTo("l");
    assertThat(datasets.datasets().get("sales"))
        .isEqualTo(new DatasetInfo("sales", "sales/", "daily"));
    assertThatThrownBy(() -> directory("sluice").selected(null))
        .hasMessageStartingWith("found no pipeline in the deployment 'sluice'.");
  }

  @Test
  void shouldSayThatADeploymentHasNoDatasets() {
    deploy(new Deployment("sluice"), "stations");

    assertThatThrownBy(() -> directory("sluice").datasets())
        .hasMessageContaining("found no datasets in the deployment 'sluice'");
  }

  @Test
  void shouldNameTheDeploymentsThatThereAre() {
    deploy(new Deployment("acme-dev"), "leads");
    deploy(new Deployment("sluice"), "orders");

    assertThatThrownBy(() -> directory("acme"))
        .hasMessage(
            "found no deployment 'acme'. There are: acme-dev, sluice. Choose one with -c name=…"
                + " and, where its name ends with one, -c env=….");
  }

  @Test
  void shouldSayHowToDeployWhereNothingIs() {
    assertThatThrownBy(() -> directory("sluice"))
        .hasMessageContaining("Nothing of Sluice is deployed there: deploy with ./sluice up");
  }

  /** Answers a parameter a page, of whatever lies under the path. */
  private static final class Ssm implements SsmClient {
    private final Map<String, String> parameters = new TreeMap<>();

    @Override
    public GetParametersByPathResponse getParametersByPath(GetParametersByPathRequest request) {
      String folder = request.path().endsWith("/") ? request.path() : request.path() + "/";
      String after = request.nextToken() == null ? folder : request.nextToken();
      GetParametersByPathResponse.Builder answer = GetParametersByPathResponse.builder();
      String found =
          parameters.keySet().stream()
              .filter(name -> name.startsWith(folder) && name.compareTo(after) > 0)
              .findFirst()
              .orElse(null);
      if (found == null) {
        return answer.build();
      }
      Parameter parameter = Parameter.builder().name(found).value(parameters.get(found)).build();
      return answer.parameters(parameter).nextToken(found).build();
    }

    @Override
    public String serviceName() {
      return "ssm";
    }

    @Override
    public void close() {}
  }
}
