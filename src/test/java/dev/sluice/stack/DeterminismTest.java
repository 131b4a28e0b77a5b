package dev.sluice.stack;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sluice.fixture.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.cxapi.CloudAssembly;

class DeterminismTest {
  @Test
  void shouldSynthesizeTheSameTemplatesTwice() throws IOException {
    CloudAssembly again = Synthesis.anew(Map.of());

    for (String stack : Synthesis.stacks(Synthesis.whole())) {
      assertThat(template(again, stack)).isEqualTo(template(Synthesis.whole(), stack));
    }
  }

  @Test
  void shouldBuildNoTemplateFromMapsWithoutOrder() {
    // Their order differs from JVM to JVM, so that two syntheses in this one would not tell.
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "Map.of or Set.of with several elements, Map.ofEntries or Map.copyOf",
                call ->
                    (call.getTargetOwner().isEquivalentTo(Map.class)
                            || call.getTargetOwner().isEquivalentTo(Set.class))
                        && (call.getName().matches("ofEntries|copyOf")
                            || call.getName().equals("of")
                                && call.getTarget().getRawParameterTypes().size()
                                    > (call.getTargetOwner().isEquivalentTo(Map.class) ? 2 : 1))))
        .orShould()
        .callConstructor(HashMap.class)
        .check(new ClassFileImporter().importPath(Path.of("target/classes")));
  }

  @Test
  void shouldNotNamePlacesOfThisMachine() throws IOException {
    String home = Synthesis.assets().home().toString();

    for (String stack : Synthesis.stacks(Synthesis.whole())) {
      assertThat(template(Synthesis.whole(), stack))
          .doesNotContain(home)
          .doesNotContain(System.getProperty("user.dir"));
    }
  }

  private static String template(CloudAssembly assembly, String stack) throws IOException {
    return Files.readString(Path.of(assembly.getDirectory(), stack + ".template.json"));
  }
}
