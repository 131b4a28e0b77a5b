package dev.sluice.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.core.contract.Contracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileKeysTest {
  private static final Contracts CONTRACTS = Contracts.fromDirectory(Path.of("..", "datasets"));

  @Test
  void shouldTellTheDatasetOfAKey() {
    assertThat(FileKeys.datasetOf(CONTRACTS, "sales/a b.csv")).isEqualTo("sales");
    assertThat(FileKeys.datasetOf(CONTRACTS, "sales/a.txt")).isEqualTo("unknown");
    assertThat(FileKeys.datasetOf(CONTRACTS, "x/a.csv")).isEqualTo("unknown");
  }

  @Test
  void shouldPlaceCopiesInTheirZones() {
    assertThat(FileKeys.raw(CONTRACTS.get("sales"), "sales/ü.csv")).isEqualTo("raw/sales/ü.csv");
    String failed = FileKeys.failed("sales", "sales/ü.csv", "v1");
    assertThat(failed).isEqualTo("sales/v1/ü.csv");
    assertThat(FileKeys.report(failed)).isEqualTo("sales/v1/ü.csv.errors.json");
    assertThat(FileKeys.failed("sales", "sales/ü.csv", "v2")).isNotEqualTo(failed);
  }

  @Test
  void shouldRefuseAKeyOfAnotherDataset() {
    assertThatThrownBy(() -> FileKeys.raw(CONTRACTS.get("sales"), "marketing/a.csv"))
        .hasMessageContaining("marketing/a.csv")
        .hasMessageContaining("sales/*.csv");
  }
}
