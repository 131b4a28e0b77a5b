package dev.sluice.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.cxapi.CloudAssembly;

class DeterminismTest {
  private static final List<String> STACKS = List.of("SluiceData", "SluiceShop", "SluiceOrders");

  @Test
  void shouldSynthesizeTheSameTemplatesTwice() throws IOException {
    CloudAssembly again = Synthesis.with(Map.of());

    for (String stack : STACKS) {
      assertThat(template(again, stack)).isEqualTo(template(Synthesis.whole(), stack));
    }
  }

  @Test
  void shouldNotNamePlacesOfThisMachine() throws IOException {
    String home = Synthesis.assets().home().toString();

    for (String stack : STACKS) {
      assertThat(template(Synthesis.whole(), stack))
          .doesNotContain(home)
          .doesNotContain(System.getProperty("user.dir"));
    }
  }

  private static String template(CloudAssembly assembly, String stack) throws IOException {
    return Files.readString(Path.of(assembly.getDirectory(), stack + ".template.json"));
  }
}
