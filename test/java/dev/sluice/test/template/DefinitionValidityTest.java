package dev.sluice.test.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.Definitions;
import dev.sluice.test.fixture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions as the community's own validator reads them. */
class DefinitionValidityTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void shouldBeValidAmazonStatesLanguage() throws Exception {
    Map<String, String> definitions = Definitions.of(Assembly.standard());
    assertThat(definitions).isNotEmpty();
    for (Map.Entry<String, String> definition : definitions.entrySet()) {
      assertThat(validatorsAnswer(definition.getValue()))
          .as(definition.getKey())
          .contains("exit 0");
    }
  }

  @Test
  void shouldFindAStateThatLeadsNowhere() throws Exception {
    String dangling =
        """
        {"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Pass","Next":"missing"}}}
        """;

    assertThat(validatorsAnswer(dangling)).as("the validator itself works").contains("exit 1");
  }

  private String validatorsAnswer(String definition) throws IOException {
    // The validator's pattern for JSONata knows one line only; Step Functions takes several.
    String lines = definition.replace("\\n", " ");
    Path file = Files.writeString(directory.resolve("definition.asl.json"), lines);
    Answer answer =
        Answer.of(
            new ProcessBuilder(
                Repository.root().resolve("node_modules/.bin/asl-validator").toString(),
                "--json-path",
                file.toString()),
            PATIENCE);
    return answer.output() + "\nexit " + answer.exitCode();
  }
}
