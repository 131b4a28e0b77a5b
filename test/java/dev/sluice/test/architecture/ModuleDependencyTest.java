package dev.sluice.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sluice.test.fixture.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules meet as artifacts, so that what runs on a laptop is what deploys. */
class ModuleDependencyTest {

  private static JavaClasses classesOf(String module) {
    Path classes = Repository.root().resolve(module).resolve("target/classes");
    JavaClasses imported = new ClassFileImporter().importPath(classes);
    assertThat(imported).as("compiled classes of %s", module).isNotEmpty();
    return imported;
  }

  private static DescribedPredicate<JavaClass> sluiceOutside(String... packages) {
    return resideInAPackage("dev.sluice..")
        .and(DescribedPredicate.not(resideInAnyPackage(packages)))
        .as("Sluice's own classes outside %s", String.join(", ", packages));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "core         | dev.sluice.core..",
        "demo         | dev.sluice.demo.., dev.sluice.lambda, dev.sluice.lambda.json, dev.sluice.error",
        "lambda       | dev.sluice.core.., dev.sluice.lambda.., dev.sluice.error..",
        "glue-scripts | dev.sluice.core.., dev.sluice.glue..",
        "local/base   | dev.sluice.local.base..",
        "local/asl    | dev.sluice.local.base.., dev.sluice.local.asl..",
        "local/lambda | dev.sluice.local.lambda..",
        "local/spark  | dev.sluice.local.base.., dev.sluice.local.spark..",
        "local/aws    | dev.sluice.local.base.., dev.sluice.local.asl.., dev.sluice.local.aws..",
        "console      | dev.sluice.console.., dev.sluice.demo.samples..",
      })
  void shouldDependOnNoOtherModuleThanTheDesignAllows(String module, String allowed) {
    noClasses()
        .should()
        .dependOnClassesThat(sluiceOutside(allowed.split(", *")))
        .check(classesOf(module));
  }

  @Test
  void shouldKeepTheCdkAppToTheDomainAndItself() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.sluice.lambda..",
                "dev.sluice.glue..",
                "dev.sluice.local..",
                "dev.sluice.console.."))
        .check(classesOf("src"));
  }

  @Test
  void shouldKeepTheDomainFreeOfAwsAndSpark() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "software.amazon..", "com.amazonaws..", "org.apache.spark..", "com.fasterxml.."))
        .check(classesOf("core"));
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
        .check(classesOf("local/lambda"));
  }
}
