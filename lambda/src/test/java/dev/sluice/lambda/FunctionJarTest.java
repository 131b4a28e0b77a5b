package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every deployment of Sluice carries into its account. */
class FunctionJarTest {
  private static List<String> entries;

  @BeforeAll
  static void list() throws IOException {
    try (ZipFile jar = new ZipFile(Path.of("target", "sluice-lambda.jar").toFile())) {
      entries = jar.stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void shouldHoldTheHandlersAndTheContracts() {
    assertThat(entries)
        .contains("dev/sluice/lambda/RegisterFileHandler.class", "datasets/index")
        .contains("simplelogger.properties", "META-INF/LICENSE");
  }

  @Test
  void shouldHoldNothingOfTheDemoNorADatabaseDriver() {
    assertThat(entries)
        .noneMatch(entry -> entry.startsWith("dev/sluice/demo/"))
        .noneMatch(entry -> entry.startsWith("org/postgresql/"))
        .doesNotContain("META-INF/services/java.sql.Driver");
  }

  @Test
  void shouldHoldOneHttpClient() {
    assertThat(entries)
        .anyMatch(entry -> entry.startsWith("software/amazon/awssdk/http/urlconnection/"))
        .noneMatch(entry -> entry.startsWith("io/netty/"))
        .noneMatch(entry -> entry.startsWith("org/apache/http/"));
  }
}
