package dev.sluice.test.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.test.fixture.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates call by name is in the jars that they deploy. */
class HandlersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldFindTheClassOfEveryFunctionInItsJar() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Path template : templates()) {
      for (JsonNode resource : JSON.readTree(template.toFile()).path("Resources")) {
        if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
          String handler = resource.at("/Properties/Handler").asText();
          String jar = resource.at("/Properties/Code/S3Key").asText();
          try (JarFile deployed = new JarFile(template.resolveSibling("asset." + jar).toFile())) {
            assertThat(
                    deployed.getEntry(handler.replaceAll("::.*", "").replace('.', '/') + ".class"))
                .as("%s of %s", handler, template.getFileName())
                .isNotNull();
          }
          found.add(handler);
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(10);
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(Assembly.standard())) {
      return files.filter(file -> file.toString().endsWith(".template.json")).toList();
    }
  }
}
