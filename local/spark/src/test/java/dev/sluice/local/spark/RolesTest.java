package dev.sluice.local.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who calls S3, and the SDK's other services, for whom. */
class RolesTest {
  @TempDir static Path directory;
  private static RecordingS3 s3;
  private static WorkerProcess worker;

  @BeforeAll
  static void start() throws Exception {
    s3 = new RecordingS3();
    worker =
        new WorkerProcess(
            directory,
            Map.of(
                "AWS_ENDPOINT_URL", s3.url(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "nobody",
                "AWS_SECRET_ACCESS_KEY", "nobody"));
    assertThat(worker.reply()).isEqualTo("{\"ready\":true}");
    s3.put("/code/Script.scala", Files.readAllBytes(Path.of("src/test/scripts/Script.scala")));
    s3.put("/code/lake.jar", Jars.of(LakeJob.class));
  }

  @AfterAll
  static void stop() {
    worker.close();
    s3.close();
  }

  @Test
  void shouldSignEachRunsCallsWithItsOwnCredentials() throws Exception {
    List<String> runs = List.of("ann", "ben");
    for (String run : runs) {
      worker.runScript(
          run,
          "s3://code/Script.scala",
          "Script",
          "lake",
          "s3://lake/" + run + "/",
          "s3://code/lake.jar");
    }
    worker.succeed(runs);

    for (String run : runs) {
      assertThat(callersOf("lake/" + run + "/|prefix=" + run + "/|<Key>" + run + "/"))
          .containsExactly("key-of-" + run + " token-of-" + run);
      assertThat(s3.calls())
          .extracting(RecordingS3.Call::what)
          .anyMatch(what -> what.matches("PUT /lake/" + run + "/rows/_temporary/.*parquet.*\\s"))
          .anyMatch(what -> what.matches("PUT /lake/" + run + "/rows/part-.*parquet.*\\s"))
          .anyMatch(what -> what.matches("GET /lake/" + run + "/rows/part-.*parquet.*\\s"))
          .anyMatch(what -> what.contains("<Key>" + run + "/moved</Key>"))
          .anyMatch(what -> what.contains("prefix=" + run + "/sdk-driver"))
          .anyMatch(what -> what.contains("prefix=" + run + "/sdk-task"));
    }
    assertThat(callersOf("")).noneMatch(caller -> caller.contains("nobody"));
    for (String code : List.of("code/Script.scala", "code/lake.jar")) {
      assertThat(callersOf(code))
          .containsExactlyInAnyOrder("key-of-ann token-of-ann", "key-of-ben token-of-ben");
    }
  }

  @Test
  void shouldReadSchemasAsTheCrawlersRole() throws Exception {
    s3.put("/lake/seen/a.csv", "id,name\n1,x\n".getBytes(StandardCharsets.UTF_8));

    worker.send(
        "{\"schema\":\"s3://lake/seen/\",\"request\":\"s\",\"credentials\":{\"accessKeyId\":\"crawler\","
            + "\"secretAccessKey\":\"s\",\"sessionToken\":\"t\"}}");

    assertThat(worker.reply()).contains("{\"name\":\"id\",\"type\":\"bigint\"}");
    assertThat(callersOf("seen/")).containsExactly("crawler t");
  }

  @Test
  void shouldRefuseWhatComesWithoutCredentials() throws Exception {
    worker.send("{\"schema\":\"s3://lake/x/\",\"request\":\"s\"}");
    assertThat(worker.reply())
        .contains(
            "\"error\"", "the request has no credentials.accessKeyId, expected the temporary");

    worker.send(
        "{\"run\":\"r\",\"scriptUri\":\"s3://code/Script.scala\",\"scriptClass\":\"Script\",\"log\":\"/x\","
            + "\"credentials\":{\"accessKeyId\":\"k\",\"secretAccessKey\":\"hidden\"}}");
    assertThat(worker.reply())
        .contains("FAILED", "the request has no credentials.sessionToken")
        .doesNotContain("hidden");
  }

  @Test
  void shouldTakeTheRightsFromThreadsWhoseRunHasEnded() throws Exception {
    worker.runScript("late", Path.of("src/test/scripts/Late.scala"), "Late", "");
    worker.succeed(List.of("late"));

    worker.awaitOwnLog("this thread works for the run late, which has ended");
    worker.awaitOwnLog("found no credentials: true");
  }

  private static Set<String> callersOf(String pattern) {
    return s3.calls().stream()
        .filter(call -> call.what().matches("(?s).*(" + pattern + ").*"))
        .map(RecordingS3.Call::accessKey)
        .collect(Collectors.toSet());
  }
}
