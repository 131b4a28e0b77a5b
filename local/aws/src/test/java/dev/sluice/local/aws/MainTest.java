package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.file.OwnerOnly;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The process as the command line starts it. */
class MainTest {
  private static final String STACK =
      """
      {
        'Landing': {'Type': 'AWS::S3::Bucket', 'Properties': {
          'BucketName': 'landing',
          'VersioningConfiguration': {'Status': 'Enabled'},
          'NotificationConfiguration': {
            'EventBridgeConfiguration': {'EventBridgeEnabled': true}}}},
        'Queue': {'Type': 'AWS::SQS::Queue', 'Properties': {'QueueName': 'landed'}},
        'QueuePolicy': {'Type': 'AWS::SQS::QueuePolicy', 'Properties': {
          'Queues': [{'Ref': 'Queue'}],
          'PolicyDocument': {'Version': '2012-10-17', 'Statement': [{
            'Effect': 'Allow', 'Principal': {'Service': 'events.amazonaws.com'},
            'Action': 'sqs:SendMessage', 'Resource': {'Fn::GetAtt': ['Queue', 'Arn']}}]}}},
        'Rule': {'Type': 'AWS::Events::Rule', 'Properties': {
          'EventPattern': {'source': ['aws.s3'], 'detail-type': ['Object Created']},
          'Targets': [{'Id': 'a', 'Arn': {'Fn::GetAtt': ['Queue', 'Arn']},
            'InputPath': '$.detail.object.key'}]}}
      }
      """;

  @TempDir Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(OwnerOnly.command(command)).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private Process startReady() throws Exception {
    Path assembly = new TestAssembly(directory.resolve("cdk.out")).stack("Test", STACK).write();
    Process process =
        start(
            "--assembly",
            assembly.toString(),
            "--state",
            directory.resolve("state").toString(),
            "--exit-with-stdin");
    for (int i = 0; i < 600 && !Files.exists(endpointFile()) && process.isAlive(); i++) {
      Thread.sleep(100);
    }
    assertThat(endpointFile()).as("written when ready").exists();
    return process;
  }

  private Path endpointFile() {
    return directory.resolve("state").resolve("endpoint.json");
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  @Test
  void shouldRefuseWrongArgumentsInOneLine() throws Exception {
    Process process = start("--assembly", directory.toString(), "--state", directory.toString());

    assertThat(output(process).trim())
        .isEqualTo(
            directory + " is no cloud assembly: it has no manifest.json; run cdk synth first");
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void shouldEndWithStandardInputAndLeaveNothingBehind() throws Exception {
    Process process = startReady();
    List<ProcessHandle> children = process.descendants().toList();

    process.getOutputStream().close();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(endpointFile()).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void shouldKeepAllOfItsStateToItsOwner() throws Exception {
    Path state = directory.resolve("state");
    Path earlier = Files.createDirectories(state.resolve("s3/earlier"));
    Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(earlier, PosixFilePermissions.fromString("rwxrwxrwx"));
    startReady();
    try (S3Client s3 = s3()) {
      s3.putObject(b -> b.bucket("landing").key("a.csv"), RequestBody.fromString("a"));
    }

    try (Stream<Path> tree = Files.walk(state)) {
      assertThat(tree)
          .hasSizeGreaterThan(20)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .as("%s", path)
                      .endsWith("------"));
    }
  }

  @Test
  void shouldEndWhileItStillStarts() throws Exception {
    Path assembly = new TestAssembly(directory.resolve("cdk.out")).stack("Test", STACK).write();
    Process process =
        start(
            "--assembly",
            assembly.toString(),
            "--state",
            directory.resolve("state").toString(),
            "--exit-with-stdin");
    while (!Files.exists(directory.resolve("state").resolve("pid")) && process.isAlive()) {
      Thread.sleep(20);
    }

    process.getOutputStream().close();

    assertThat(output(process)).doesNotContain("ready");
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void shouldEndOnTheSignalOfAShutdown() throws Exception {
    Process process = startReady();

    process.destroy();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(endpointFile()).doesNotExist();
  }

  @Test
  void shouldKeepEveryAnsweredWriteAndItsEventWhenKilledInTheMiddle() throws Exception {
    Process killed = startReady();
    Map<String, String> answered = new ConcurrentHashMap<>();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = "writer-" + i;
      writers.add(new Thread(() -> write(s3(), name, answered)));
    }
    writers.forEach(Thread::start);
    while (answered.size() < 40) {
      Thread.sleep(5);
    }

    killed.destroyForcibly().waitFor();

    for (Thread writer : writers) {
      writer.join();
    }
    // A killed process cannot remove it.
    Files.delete(endpointFile());
    startReady();
    try (S3Client s3 = s3()) {
      answered.forEach(
          (key, text) ->
              assertThat(s3.getObjectAsBytes(b -> b.bucket("landing").key(key)).asUtf8String())
                  .isEqualTo(text));
    }
    assertThat(delivered()).containsAll(answered.keySet());
  }

  private S3Client s3() {
    String url = Json.read(endpointFile()).path("endpoints").path("s3").asText();
    return Sdk.client(S3Client.builder(), url);
  }

  /** Writes until the service is gone. */
  private static void write(S3Client s3, String writer, Map<String, String> answered) {
    try (s3) {
      for (int i = 0; i < 10_000; i++) {
        String key = writer + "/file " + i + ".csv";
        String text = "content " + i;
        s3.putObject(b -> b.bucket("landing").key(key), RequestBody.fromString(text));
        answered.put(key, text);
      }
    } catch (SdkException e) {
      // Killed.
    }
  }

  private List<String> delivered() throws IOException, InterruptedException {
    String url = Json.read(endpointFile()).path("endpoints").path("default").asText();
    List<String> keys = new ArrayList<>();
    JsonNode messages;
    do {
      messages =
          Calls.json(
                  url,
                  "AmazonSQS.ReceiveMessage",
                  "{'QueueUrl': '/landed', 'MaxNumberOfMessages': 10, 'WaitTimeSeconds': 2}")
              .path("Messages");
      messages.forEach(message -> keys.add(message.path("Body").asText()));
    } while (!messages.isEmpty());
    return keys;
  }
}
