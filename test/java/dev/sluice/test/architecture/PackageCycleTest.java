package dev.sluice.test.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import dev.sluice.test.fixture.Modules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages that need each other are one package; each can be understood after those it needs. */
class PackageCycleTest {
  static List<String> modules() {
    return Modules.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void shouldHaveNoCycleOfPackages(String module) {
    slices().matching("(dev.sluice.**)").should().beFreeOfCycles().check(Modules.classesOf(module));
  }
}
