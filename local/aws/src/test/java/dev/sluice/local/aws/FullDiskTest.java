package dev.sluice.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The process on a disk of its own, which somebody else fills and empties again. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullDiskTest {
  private static final String STACK =
      """
      {
        'Landing': {'Type': 'AWS::S3::Bucket', 'Properties': {
          'BucketName': 'landing', 'VersioningConfiguration': {'Status': 'Enabled'}}},
        'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'AssumeRolePolicyDocument': {
          'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow',
            'Principal': {'Service': 'states.amazonaws.com'}, 'Action': 'sts:AssumeRole'}]}}},
        'Machine': {'Type': 'AWS::StepFunctions::StateMachine', 'Properties': {
          'StateMachineName': 'waits', 'RoleArn': {'Fn::GetAtt': ['Role', 'Arn']},
          'DefinitionString': '{\\'QueryLanguage\\': \\'JSONata\\', \\'StartAt\\': \\'wait\\', \\'States\\': {\\'wait\\': {\\'Type\\': \\'Wait\\', \\'Seconds\\': 20, \\'Next\\': \\'done\\'}, \\'done\\': {\\'Type\\': \\'Succeed\\'}}}'}}
      }
      """;
  private static final String EXECUTION =
      "arn:aws:states:us-east-1:000000000000:execution:waits:one";

  @TempDir Path directory;
  private Path disk;
  private Process process;
  private BufferedReader lines;
  private String url;

  @BeforeEach
  void mayMountADisk() throws Exception {
    Process tried =
        new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", directory.toString())
            .start();
    assumeTrue(tried.waitFor() == 0, "this machine lets nobody mount a disk");
  }

  /** Runs on one disk again and again; what the disk holds is filled and freed by flag files. */
  private void start() throws IOException {
    disk = Files.createDirectories(directory.resolve("disk"));
    Path assembly = new TestAssembly(directory.resolve("cdk.out")).stack("Test", STACK).write();
    String script =
        """
        mount -t tmpfs -o size=128m sluice "$DISK" || exit 9
        (until [ -e "$FLAGS/fill" ] || ! kill -0 $$; do sleep 0.05; done
         cat /dev/zero > "$DISK/ballast") > /dev/null 2>&1 &
        "$@"; echo "ended with $?"
        "$@"; echo "ended with $?"
        rm "$DISK/ballast"; echo freed
        exec "$@"
        """;
    process =
        new ProcessBuilder(
                List.of(
                    "unshare",
                    "-rm",
                    "sh",
                    "-c",
                    script
                        .replace("$DISK", disk.toString())
                        .replace("$FLAGS", directory.toString()),
                    "sh",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "--assembly",
                    assembly.toString(),
                    "--state",
                    disk.resolve("state").toString()))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The line that begins so; whatever else was said is in the failure. */
  private String await(String beginning) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("expected a line '" + beginning + "…', found:\n" + said);
  }

  private void awaitReady() throws IOException {
    url = await("ready at ").substring("ready at ".length());
  }

  /** What only processes on the disk see is seen through one of them. */
  private S3Client s3() {
    Path file = Path.of("/proc/" + process.pid() + "/root" + disk + "/state/endpoint.json");
    return Sdk.client(S3Client.builder(), Json.read(file).path("endpoints").path("s3").asText());
  }

  /** Writes until the service is gone; gives the texts that were answered, by key. */
  private static Map<String, String> write(S3Client s3, CountDownLatch begun) {
    Map<String, String> answered = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String key = "file-" + i % 50;
      String text = "content " + i + " ".repeat(i % 20_000);
      try {
        s3.putObject(r -> r.bucket("landing").key(key), RequestBody.fromString(text));
        answered.put(key, text);
      } catch (S3Exception e) {
        // Whether this version is there is not known.
        answered.remove(key);
      } catch (SdkException e) {
        answered.remove(key);
        return answered;
      }
      if (i == 60) {
        begun.countDown();
      }
    }
    throw new AssertionError("the service did not end");
  }

  private JsonNode states(String operation, String input) throws Exception {
    return Calls.json(url, "AWSStepFunctions." + operation, input);
  }

  @Test
  void shouldStopWithASentenceAndGoOnOnceTheDiskIsFreed() throws Exception {
    start();
    awaitReady();
    states(
        "StartExecution",
        "{'stateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:waits',"
            + " 'name': 'one', 'input': '{}'}");

    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Map<String, String>> writer;
    S3Client before = s3();
    writer = CompletableFuture.supplyAsync(() -> write(before, begun));
    begun.await();

    Files.createFile(directory.resolve("fill"));

    assertThat(await("the disk is full: "))
        .matches(
            "the disk is full: found \\d+ MiB free in "
                + disk.resolve("state")
                + ", expected at least 32 MiB\\. Free some there, .*redrive.*");
    assertThat(await("ended with ")).isEqualTo("ended with 3");
    Map<String, String> answered = writer.get();
    before.close();
    assertThat(await("the disk is full: ")).contains("expected at least 64 MiB");
    assertThat(await("ended with ")).isEqualTo("ended with 1");
    await("freed");
    awaitReady();
    try (S3Client s3 = s3()) {
      assertThat(answered).isNotEmpty();
      answered.forEach(
          (key, text) ->
              assertThat(s3.getObjectAsBytes(r -> r.bucket("landing").key(key)).asUtf8String())
                  .as(key)
                  .isEqualTo(text));
      for (int i = 0; i < 50; i++) {
        String key = "file-" + i;
        s3.putObject(r -> r.bucket("landing").key(key), RequestBody.fromString("after"));
      }
    }
    assertThat(describe().path("error").asText()).isEqualTo("Sluice.RuntimeStopped");
    states("RedriveExecution", "{'executionArn': '" + EXECUTION + "'}");
    while (describe().path("status").asText().equals("RUNNING")) {
      Thread.sleep(200);
    }
    assertThat(describe().path("status").asText()).isEqualTo("SUCCEEDED");
  }

  private JsonNode describe() throws Exception {
    return states("DescribeExecution", "{'executionArn': '" + EXECUTION + "'}");
  }
}
