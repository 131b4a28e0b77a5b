package dev.sluice.test.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.sluice.test.fixture.Modules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages that need each other are one package; each can be understood after those it needs. */
class PackageCycleTest {
  /** A pattern would leave out the package at the root. */
  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass found) {
          return SliceIdentifier.of(found.getPackageName());
        }

        @Override
        public String getDescription() {
          return "each package";
        }
      };

  static List<String> modules() {
    return Modules.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void shouldHaveNoCycleOfPackages(String module) {
    slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(Modules.classesOf(module));
  }
}
