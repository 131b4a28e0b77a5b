package dev.sluice.local.aws.services.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
  @TempDir Path state;

  @Test
  void shouldArchiveTheClassesOfTheFirstIdleEnvironmentForLaterOnes() throws Exception {
    try (LambdaFixture fixture = new LambdaFixture(state)) {
      fixture.deploy(introspecting());
      long first = pid(fixture);
      Path archive = awaitArchive();

      long second = pid(fixture);

      assertThat(second).isNotEqualTo(first);
      assertThat(commandLine(second)).contains("-XX:SharedArchiveFile=" + archive);
      assertThat(pid(fixture)).isEqualTo(second);
    }
  }

  @Test
  void shouldDoWithoutAnArchiveThatIsDamaged() throws Exception {
    try (LambdaFixture fixture = new LambdaFixture(state)) {
      fixture.deploy(introspecting());
      pid(fixture);
      Path archive = awaitArchive();
      Files.delete(archive);
      Files.writeString(archive, "damaged");

      assertThat(pid(fixture)).isPositive();
    }
  }

  private FunctionConfig introspecting() throws IOException {
    Path jar = jar();
    return new FunctionConfig(
        "introspect",
        "",
        "java17",
        TestHandlers.Introspect.class.getName(),
        List.of(jar, LambdaFixture.location(RequestStreamHandler.class)),
        state,
        Map.of(),
        256,
        10,
        null,
        null,
        LambdaFixture.ROLE,
        false,
        "/aws/lambda/introspect");
  }

  private Path jar() throws IOException {
    Path jar = state.resolve("handlers.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Class<?> type : List.of(TestHandlers.class, TestHandlers.Introspect.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(LambdaFixture.location(TestHandlers.class).resolve(name)));
      }
    }
    return jar;
  }

  private static long pid(LambdaFixture fixture) throws Exception {
    Outcome outcome = fixture.invoke("introspect", "{}");
    return Payloads.read(outcome.payload()).path("pid").asLong();
  }

  private static String commandLine(long pid) {
    return ProcessHandle.of(pid).orElseThrow().info().commandLine().orElse("");
  }

  private Path awaitArchive() throws Exception {
    Path directory = state.resolve("cache/lambda/archives");
    for (int i = 0; i < 400; i++) {
      try (Stream<Path> files = Files.list(directory)) {
        List<Path> archives = files.filter(f -> f.toString().endsWith(".jsa")).toList();
        if (!archives.isEmpty()) {
          return archives.get(0);
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no archive was written to " + directory);
  }
}
