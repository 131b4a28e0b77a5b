package dev.sluice.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.sluice.test.fixture.Modules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules meet as artifacts, so that what runs on a laptop is what deploys. */
class ModuleDependencyTest {

  /** A module's folder, and the packages of ours that it may use. */
  private static final Map<String, List<String>> ALLOWED = allowed();

  private static Map<String, List<String>> allowed() {
    Map<String, List<String>> allowed = new LinkedHashMap<>();
    allowed.put("core", List.of("dev.sluice.core.."));
    allowed.put(
        "lambda", List.of("dev.sluice.core..", "dev.sluice.lambda..", "dev.sluice.error.."));
    allowed.put(
        "demo",
        List.of(
            "dev.sluice.demo..",
            "dev.sluice.lambda",
            "dev.sluice.lambda.json",
            "dev.sluice.error"));
    allowed.put("glue-scripts", List.of("dev.sluice.core..", "dev.sluice.glue.."));
    allowed.put(
        "src",
        List.of(
            "dev.sluice",
            "dev.sluice.core..",
            "dev.sluice.config..",
            "dev.sluice.construct..",
            "dev.sluice.pipeline..",
            "dev.sluice.stack.."));
    allowed.put("local/base", List.of("dev.sluice.local.base.."));
    allowed.put("local/asl", List.of("dev.sluice.local.base..", "dev.sluice.local.asl.."));
    allowed.put("local/iam", List.of("dev.sluice.local.base..", "dev.sluice.local.iam.."));
    allowed.put("local/lambda", List.of("dev.sluice.local.lambda.."));
    allowed.put("local/spark", List.of("dev.sluice.local.base..", "dev.sluice.local.spark.."));
    allowed.put(
        "local/aws",
        List.of(
            "dev.sluice.local.base..",
            "dev.sluice.local.asl..",
            "dev.sluice.local.iam..",
            "dev.sluice.local.aws.."));
    allowed.put(
        "console",
        List.of("dev.sluice.core..", "dev.sluice.console..", "dev.sluice.demo.samples.."));
    return allowed;
  }

  static Set<String> modules() {
    return ALLOWED.keySet();
  }

  private static DescribedPredicate<JavaClass> sluiceOutside(List<String> packages) {
    return resideInAPackage("dev.sluice..")
        .and(DescribedPredicate.not(resideInAnyPackage(packages.toArray(String[]::new))))
        .as("Sluice's own classes outside %s", String.join(", ", packages));
  }

  @Test
  void shouldSayOfEveryModuleWhatItMayUse() {
    assertThat(ALLOWED.keySet())
        .as("modules of which this test says what they may use, beside those of the root pom")
        .containsExactlyInAnyOrderElementsOf(Modules.all());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void shouldDependOnNoOtherModuleThanTheDesignAllows(String module) {
    noClasses()
        .should()
        .dependOnClassesThat(sluiceOutside(ALLOWED.get(module)))
        .check(Modules.classesOf(module));
  }

  @Test
  void shouldKeepTheDomainFreeOfAwsAndSpark() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "software.amazon..", "com.amazonaws..", "org.apache.spark..", "com.fasterxml.."))
        .check(Modules.classesOf("core"));
  }

  @Test
  void shouldKeepTheLocalLambdaClientFreeOfLibraries() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "java..",
                    "dev.sluice.local.lambda..",
                    "com.amazonaws.services.lambda.runtime..")))
        .check(Modules.classesOf("local/lambda"));
  }
}
