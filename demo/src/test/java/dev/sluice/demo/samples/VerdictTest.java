package dev.sluice.demo.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.contract.Contracts;
import dev.sluice.core.validate.ValidationReport;
import dev.sluice.core.validate.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts and the sample files mean the same data. */
class VerdictTest {
  private static final Contracts CONTRACTS = Contracts.fromDirectory(Path.of("..", "datasets"));

  @TempDir static Path directory;
  static SampleManifest manifest;

  @BeforeAll
  static void write() throws IOException {
    manifest = Samples.write(directory, 7);
  }

  @Test
  void shouldAcceptEveryRightFile() throws IOException {
    assertThat(manifest.valid()).isNotEmpty();
    for (SampleFile file : manifest.valid()) {
      ValidationReport report = validate(file);
      assertThat(report.valid()).as(report.summary()).isTrue();
      assertThat(report.rows()).isEqualTo(file.rows());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseEveryWrongFileForItsReason(Flaw flaw) throws IOException {
    SampleFile file =
        manifest.files().stream()
            .filter(sample -> sample.flaw().filter(flaw::equals).isPresent())
            .findFirst()
            .orElseThrow();

    ValidationReport report = validate(file);

    assertThat(report.valid()).isFalse();
    assertThat(report.violations().get(0).kind().text()).isEqualTo(flaw.kind());
    assertThat(report.violations().get(0).message()).contains(flaw.reason());
    assertThat(report.violationCount()).isEqualTo(1);
  }

  private static ValidationReport validate(SampleFile file) throws IOException {
    assertThat(CONTRACTS.forKey(file.key())).isPresent();
    try (InputStream in = Files.newInputStream(directory.resolve(file.key()))) {
      return Validator.validate(in, CONTRACTS.get(file.dataset()));
    }
  }
}
