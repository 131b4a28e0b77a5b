package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.template.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir Path directory;
  private Path assembly;
  private Path deployments;

  @BeforeEach
  void synthesize() throws IOException {
    assembly =
        new TestAssembly(directory.resolve("cdk.out"))
            .stack("sluice-orders", "{}", "sluice-datasets")
            .stack("sluice-datasets", "{}")
            .stack("sluice-stations", "{'Db': {'Type': 'AWS::RDS::DBInstance'}}", "sluice-lake")
            .stack("sluice-lake", "{}", "sluice-datasets")
            .asset("shared", "of no stack")
            .assetOf("sluice-orders", "orders.jar", "orders")
            .assetOf("sluice-stations", "stations.jar", "stations")
            .write();
    deployments = directory.resolve("deployment.json");
  }

  private Assembly select(boolean deployed, String... stacks) {
    return Selection.of(
        new Options(assembly, directory, 0, false, List.of(stacks), deployed), deployments);
  }

  @Test
  void shouldTakeAllWithoutASelection() {
    assertThat(select(false).names()).hasSize(4);
    assertThat(select(false).whole()).isTrue();
  }

  @Test
  void shouldTakeAStackAndWhatItDependsOnInTheOrderOfDeployment() {
    Assembly stations = select(false, "sluice-stations");

    assertThat(stations.names())
        .containsExactly("sluice-datasets", "sluice-lake", "sluice-stations");
    assertThat(stations.whole()).isFalse();
    assertThat(stations.assets())
        .extracting(Assembly.FileAsset::key)
        .containsExactlyInAnyOrder("shared", "stations.jar");
    assertThat(stations.has("AWS::RDS::DBInstance")).isTrue();
    assertThat(select(false, "sluice-orders").has("AWS::RDS::DBInstance")).isFalse();
  }

  @Test
  void shouldNameTheStacksThereAreWhereOneIsUnknown() {
    assertThatThrownBy(() -> select(false, "sluice-order"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the assembly has no stack sluice-order; it has sluice-datasets, sluice-orders,"
                + " sluice-lake, sluice-stations");
  }

  @Test
  void shouldTakeWhatWasDeployedBefore() throws IOException {
    Files.writeString(
        deployments, "{\"sluice-orders/Bucket\": {}, \"gone/Bucket\": {}, \"gone/Table\": {}}");

    assertThat(select(true).names()).containsExactly("sluice-datasets", "sluice-orders");
    assertThat(select(true, "sluice-lake").names())
        .containsExactly("sluice-datasets", "sluice-orders", "sluice-lake");
  }

  @Test
  void shouldTakeAllWhereNothingWasDeployedBefore() throws IOException {
    assertThat(select(true).whole()).isTrue();
    Files.writeString(deployments, "{\"gone/Bucket\": {}}");
    assertThat(select(true).whole()).isTrue();
  }
}
