package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.fixture.MakeMain;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo's functions are deployed as. */
class FunctionJarTest {
  private static final Path JAR = Path.of("target", "sluice-demo.jar");

  /** Parts of libraries that ask for what is not on Lambda: Windows' logins, native signing. */
  private static final String NOT_ON_LAMBDA =
      "(com\\.sun\\.jna|waffle|org\\.checkerframework|software\\.amazon\\.awssdk\\.crt|"
          + "software\\.amazon\\.awssdk\\.crtcore)\\..*"
          // Constants: the compiler has copied their values.
          + "|dev\\.sluice\\.core\\.function\\.Payload";

  @TempDir Path directory;

  @Test
  void shouldHoldTheFunctionsAndTheirDriver() throws IOException {
    assertThat(entries())
        .contains("dev/sluice/demo/SeedShopHandler.class", "dev/sluice/demo/shop/tables.sql")
        .contains("dev/sluice/demo/StationsApiHandler.class")
        .contains("META-INF/services/java.sql.Driver", "org/postgresql/Driver.class")
        .contains("simplelogger.properties", "META-INF/LICENSE");
  }

  @Test
  void shouldHoldNothingThatNoFunctionOfTheDemoUses() throws IOException {
    assertThat(entries())
        .noneMatch(entry -> entry.startsWith("dev/sluice/demo/samples/"))
        .noneMatch(entry -> entry.startsWith("dev/sluice/demo/bench/"))
        .noneMatch(entry -> entry.startsWith("dev/sluice/demo/stations/server/"))
        .noneMatch(entry -> entry.matches("dev/sluice/lambda/(?!Json)\\w*Handler\\.class"))
        .noneMatch(entry -> entry.startsWith("dev/sluice/core/"))
        .noneMatch(entry -> entry.matches("software/amazon/awssdk/services/(s3|glue|sfn|sns)/.*"));
  }

  @Test
  void shouldHoldEveryClassThatItsClassesName() {
    StringWriter found = new StringWriter();
    PrintWriter out = new PrintWriter(found);

    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(out, out, "--multi-release", "base", "--missing-deps", JAR.toString());

    assertThat(exit).as(found.toString()).isZero();
    List<String> lines = found.toString().lines().filter(line -> line.contains(" -> ")).toList();
    assertThat(lines).as("jdeps names what Windows' logins lack").isNotEmpty();
    assertThat(lines.stream().map(line -> line.replaceFirst("^.* -> (\\S+) .*$", "$1")))
        .allMatch(missing -> missing.equals("not") || missing.matches(NOT_ON_LAMBDA));
  }

  @Test
  void shouldMakeEveryFunctionWithoutArguments() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = JAR + File.pathSeparator + Path.of("target", "test-classes");
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-cp",
            classPath,
            MakeMain.class.getName(),
            SeedShopHandler.class.getName(),
            StationsApiHandler.class.getName());
    builder.environment().put("AWS_REGION", "eu-west-1");
    builder.environment().put("API_KEY_SECRET", "arn:aws:secretsmanager:r:1:secret:stations");
    Path log = directory.resolve("log");

    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(1, TimeUnit.MINUTES);
    process.destroyForcibly();

    assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
    assertThat(Files.readString(log).lines()).containsExactly("made 2");
  }

  private static List<String> entries() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
