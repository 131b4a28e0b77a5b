package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.aws.spi.Quotas;
import dev.sluice.local.aws.template.Assembly;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedQuotasTest {
  @TempDir Path directory;

  @Test
  void shouldBeAwsDefaultsWhereNoTemplateTellsOthers() throws Exception {
    assertThat(of("{}")).isEqualTo(new Quotas(1_000, 2_000, false));
  }

  @Test
  void shouldBeWhatATemplateTells() throws Exception {
    assertThat(of("{'Sluice::Quotas': {'lambdaConcurrency': 10, 'rates': 'aws'}}"))
        .isEqualTo(new Quotas(10, 2_000, true));
  }

  @Test
  void shouldRefuseWhatIsNoNumber() {
    assertThatThrownBy(() -> of("{'Sluice::Quotas': {'glueConcurrency': 'many'}}"))
        .hasMessageContaining("has glueConcurrency \"many\" in its metadata")
        .hasMessageContaining("expected a whole number from 1");
  }

  private Quotas of(String metadata) throws Exception {
    return DeployedQuotas.of(
        Assembly.read(
            new TestAssembly(directory)
                .template("sluice-datasets", "{'Metadata': " + metadata + "}")
                .write()));
  }
}
