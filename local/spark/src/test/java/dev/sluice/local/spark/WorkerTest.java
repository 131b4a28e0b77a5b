package dev.sluice.local.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The last test ends the worker that the others share. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerTest {
  @TempDir static Path directory;
  private static WorkerProcess worker;

  @BeforeAll
  static void startWorker() throws Exception {
    worker = new WorkerProcess(directory);
    assertThat(worker.reply()).isEqualTo("{\"ready\":true}");
  }

  @AfterAll
  static void stopWorker() {
    worker.close();
  }

  @Test
  void shouldPutIntoTheRunsLogWhatItPrints() throws Exception {
    worker.run("print", "print");

    assertThat(worker.reply()).isEqualTo("{\"run\":\"print\",\"state\":\"RUNNING\"}");
    assertThat(worker.reply()).isEqualTo("{\"run\":\"print\",\"state\":\"SUCCEEDED\"}");
    assertThat(worker.logged("print")).contains("said by the script: grüß dich", "and complained");
  }

  @Test
  void shouldFailWithTheExceptionInOneLine() throws Exception {
    assertThat(worker.ended("fail", "fail"))
        .isEqualTo(
            "{\"run\":\"fail\",\"state\":\"FAILED\",\"error\":\"IllegalStateException: first line second line\"}");
    assertThat(worker.logged("fail"))
        .anyMatch(line -> line.contains("at Script$.main(script.scala"));
  }

  @Test
  void shouldKeepRunsApart() throws Exception {
    worker.ended("view", "view");

    assertThat(worker.ended("look", "look")).contains("SUCCEEDED");
    assertThat(worker.logged("look")).contains("sees false UTC");
  }

  @Test
  void shouldRunBesideEachOtherAndStop() throws Exception {
    worker.run("sleep", "sleep");
    assertThat(worker.reply()).contains("\"sleep\"", "RUNNING");
    assertThat(worker.ended("beside", "print")).contains("\"beside\"", "SUCCEEDED");
    worker.run("busy", "spark");
    assertThat(worker.reply()).contains("\"busy\"", "RUNNING");
    worker.awaitLogged("busy", "starts");

    worker.send("{\"stop\":\"busy\"}");
    assertThat(worker.reply()).isEqualTo("{\"run\":\"busy\",\"state\":\"STOPPED\"}");
    worker.send("{\"stop\":\"sleep\"}");
    assertThat(worker.reply()).isEqualTo("{\"run\":\"sleep\",\"state\":\"STOPPED\"}");
    worker.send("{\"stop\":\"sleep\"}");
    assertThat(worker.ended("after", "print")).contains("\"after\"", "SUCCEEDED");
  }

  @Test
  void shouldUseExtraJarsOnTheExecutorsToo() throws Exception {
    Path file = Files.write(directory.resolve("extra.jar"), Jars.of(ExtraJob.class));
    String jar = file.toUri().toString();

    assertThat(worker.ended("jar", "jar", jar)).contains("SUCCEEDED");
    assertThat(worker.logged("jar")).contains("the executors said 55");
    assertThat(worker.ended("no-jar", "jar"))
        .contains("FAILED", "ClassNotFoundException: dev.sluice.local.spark.ExtraJob");
  }

  @Test
  void shouldSayWhatIsWrongWithTheScript() throws Exception {
    Path bad =
        Files.writeString(directory.resolve("Bad.scala"), "object Bad {\n  val x: Int = \"\"\n}\n");

    worker.runScript("bad", bad, "Bad", "x");
    worker.reply();
    assertThat(worker.reply())
        .contains("FAILED", "the script does not compile, line 2: type mismatch");
    worker.runScript("name", Path.of("src/test/scripts/Script.scala"), "GlueApp", "print");
    worker.reply();
    assertThat(worker.reply())
        .contains("FAILED", "the script defines no object GlueApp, which --class names");
    worker.runScript("absent", directory.resolve("absent.scala"), "GlueApp", "print");
    worker.reply();
    assertThat(worker.reply()).contains("FAILED", "absent.scala");
    assertThat(worker.ended("absent-jar", "print", "file:/absent.jar"))
        .contains("FAILED", "absent.jar");
  }

  @Test
  void shouldReadSchemas() throws Exception {
    file("csv/a.csv", "Day,Amount,Note\n2026-01-01,1.5,\"a\nb\"\n");
    file("json/a.jsonl", "{\"id\":1,\"tags\":[\"a\"],\"size\":{\"cm\":0.5}}\n");
    file("odd/readme.txt", "x");

    assertThat(schema("csv"))
        .isEqualTo(
            "{\"request\":\"s\",\"format\":\"csv\",\"columns\":[{\"name\":\"Day\",\"type\":\"date\"},"
                + "{\"name\":\"Amount\",\"type\":\"double\"},{\"name\":\"Note\",\"type\":\"string\"}]}");
    assertThat(schema("json"))
        .contains("\"format\":\"json\"", "{\"name\":\"id\",\"type\":\"bigint\"}")
        .contains("{\"name\":\"size\",\"type\":\"struct<cm:decimal(1,1)>\"}", "array<string>");
    assertThat(schema("odd")).contains("\"error\":\"no file in ", "readme.txt");
    assertThat(schema("nothing")).contains("\"error\":\"there is no file in ");
  }

  @Test
  void shouldGoOnAfterRequestsThatAreWrong() throws Exception {
    worker.send("nonsense");
    worker.send("{}");
    worker.send("{\"run\":\"half\",\"scriptUri\":\"file:/x\"}");

    assertThat(worker.reply())
        .contains("\"half\"", "FAILED", "the request has no text 'scriptClass'");
  }

  @Test
  void shouldStartSparkAgainWhereAJobStoppedIt() throws Exception {
    assertThat(worker.ended("unwarm", "unwarm")).contains("SUCCEEDED");

    assertThat(worker.ended("warm", "look")).contains("SUCCEEDED");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void shouldTellOfAJobThatEndsTheWorkerItself() throws Exception {
    worker.run("victim", "sleep");
    worker.reply();
    worker.run("exit", "exit");
    worker.reply();

    assertThat(List.of(worker.reply(), worker.reply()))
        .anyMatch(
            reply -> reply.contains("\"exit\"") && reply.contains("the job called System.exit"))
        .anyMatch(
            reply ->
                reply.contains("\"victim\"") && reply.contains("another job called System.exit"));
    assertThat(worker.exitCode()).isEqualTo(7);
  }

  private static String schema(String path) throws Exception {
    worker.send(
        ("{\"schema\":\"file:%s/\",\"request\":\"s\",\"credentials\":{\"accessKeyId\":\"k\","
                + "\"secretAccessKey\":\"s\",\"sessionToken\":\"t\"}}")
            .formatted(directory.resolve(path)));
    return worker.reply();
  }

  private static void file(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
