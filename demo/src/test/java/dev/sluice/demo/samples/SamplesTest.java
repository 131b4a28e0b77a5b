package dev.sluice.demo.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  @TempDir Path directory;

  @Test
  void shouldWriteTheRightAmountInSeveralFiles() throws IOException {
    SampleManifest manifest = Samples.write(directory, Samples.SEED);

    assertThat(rows(manifest, "sales")).isBetween(20_500, 21_500);
    assertThat(rows(manifest, "marketing")).isEqualTo(1461);
    assertThat(manifest.valid()).hasSize(24);
    assertThat(manifest.invalid()).hasSize(Flaw.values().length);
    for (SampleFile file : manifest.files()) {
      assertThat(directory.resolve(file.key())).exists();
    }
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
    Samples.write(directory.resolve("a"), 1);
    Samples.write(directory.resolve("b"), 1);
    SampleManifest other = Samples.write(directory.resolve("c"), 2);

    assertThat(other.files()).isNotEmpty();
    for (SampleFile file : other.files()) {
      byte[] first = Files.readAllBytes(directory.resolve("a").resolve(file.key()));
      assertThat(Files.readAllBytes(directory.resolve("b").resolve(file.key()))).isEqualTo(first);
      if (file.valid()) {
        assertThat(Files.readAllBytes(directory.resolve("c").resolve(file.key())))
            .isNotEqualTo(first);
      }
    }
  }

  @Test
  void shouldWriteTheSameBytesOnEveryMachine() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (SampleFile file : Samples.write(directory, Samples.SEED).files()) {
      digest.update(Files.readAllBytes(directory.resolve(file.key())));
    }

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .as("a change of the samples on purpose changes this digest too")
        .isEqualTo("e235afb71ebabd06b8cc99974c026c7c7e619aef7f3cbba3e3f402cfdecb9253");
  }

  @Test
  void shouldHoldWhatRealFilesHold() throws IOException {
    Samples.write(directory, Samples.SEED);
    String plain = Files.readString(directory.resolve("sales/sales_2019_01.csv"));
    String spreadsheet = Files.readString(directory.resolve("sales/sales_2019_03.csv"));

    assertThat(plain).contains("\nattn. ", "\"\"", ", Inc.\"", "Łukasz", "佐藤").doesNotContain("\r");
    assertThat(spreadsheet).startsWith("\uFEFFDate,").contains("\r\n");
    assertThat(Files.readString(directory.resolve("marketing/marketing_2019_h1.csv")))
        .contains(",Mailing list adds ,")
        .containsPattern(",-\\d");
  }

  @Test
  void shouldWriteLargeFilesOfTheSizeAskedFor() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    long rows = Samples.largeSales(out, 3, 1_000_000);

    assertThat(out.size()).isBetween(1_000_000, 1_010_000);
    assertThat(rows).isGreaterThan(5_000);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Date,Salesperson,").endsWith("\n");
  }

  private static int rows(SampleManifest manifest, String dataset) {
    return manifest.valid().stream()
        .filter(file -> file.dataset().equals(dataset))
        .mapToInt(SampleFile::rows)
        .sum();
  }
}
