package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Answer;
import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.CommandLine;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Files that are deleted and replaced on their way, and an event that comes late. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderOfEventsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
  private static final String VALIDATE = "{\"only\":[\"validate_sales\"]}";

  private Laptop laptop;
  private Pipeline pipeline;
  private CommandLine line;

  @BeforeAll
  void start(@TempDir Path directory) {
    line = new CommandLine(Assembly.standard(), directory);
    laptop = Laptop.start(Assembly.standard(), line.awsState(), "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
  }

  @AfterAll
  void stop() {
    if (laptop != null) {
      laptop.close();
    }
  }

  @Test
  void shouldKeepWhatIsReadAndReplayWhatIsThere() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("sales/deleted.csv", SmallFiles.sales(DAY, 2));
    files.put("sales/broken.csv", "Date\nyesterday\n");
    files.put("sales/replaced.csv", SmallFiles.sales(DAY, 3));
    pipeline.deliverAndSee("sales", files);
    try (S3Client s3 = laptop.s3()) {
      s3.deleteObject(r -> r.bucket(pipeline.bucket("landing")).key("sales/deleted.csv"));
    }

    DescribeExecutionResponse first = pipeline.run(VALIDATE);

    assertThat(pipeline.count(first, "validate_sales", "valid")).isEqualTo(1);
    assertThat(pipeline.keys("lake")).noneMatch(key -> key.contains("deleted"));
    assertThat(pipeline.audited("sales", "sales/deleted.csv")).containsEntry("state", "INVALID");
    // S3Mock 5.2.0 goes on to list a key that a deletion hides.
    assertThat(pipeline.keys("landing")).isSubsetOf("sales/deleted.csv");

    pipeline.deliver("sales/replaced.csv", "Date\nyesterday\n");
    awaitNew("sales/replaced.csv");
    Answer replayed = line.call("replay", "sales");

    assertThat(replayed.exitCode()).as(replayed.output()).isEqualTo(3);
    assertThat(replayed.output())
        .contains("sales/deleted.csv cannot be put back", "put back sales/broken.csv")
        .contains("1 of 2 invalid files put back");

    awaitNew("sales/broken.csv");
    DescribeExecutionResponse second = pipeline.run(VALIDATE);

    assertThat(pipeline.count(second, "validate_sales", "invalid")).isEqualTo(2);
    assertThat(pipeline.keys("lake")).anyMatch(key -> key.contains("raw/sales/replaced.csv"));
    assertThat(line.call("audit", "sales", "--file", "replaced.csv").output())
        .contains("INVALID", "runs read the version before it", "Runs read an earlier version");
  }

  @Test
  void shouldTakeAnOlderVersionAwayWhoseEventComesAfterThatOfTheNewerOne() throws Exception {
    String key = "marketing/late.csv";
    pipeline.deliverAndSee("marketing", Map.of(key, SmallFiles.marketing(DAY, 2)));
    String version = pipeline.audited("marketing", key).get("version_id");
    String sequencer = pipeline.audited("marketing", key).get("sequencer");
    assertThat(pipeline.keys("landing")).contains(key);

    assertThat(register(key, "a-newer-one", "F".repeat(sequencer.length())))
        .contains("\"registered\":true");
    assertThat(register(key, version, sequencer)).contains("\"registered\":false");

    assertThat(pipeline.keys("landing")).doesNotContain(key);
    assertThat(pipeline.audited("marketing", key)).containsEntry("version_id", "a-newer-one");
  }

  private String register(String key, String version, String sequencer) {
    return laptop.invoke(
        "sluice-datasets-register-file",
        """
        {"source": "aws.s3", "detail-type": "Object Created", "time": "2024-02-01T00:00:00Z",
         "detail": {"bucket": {"name": "%s"}, "object": {"key": "%s", "size": 9,
           "etag": "e", "version-id": "%s", "sequencer": "%s"}}}
        """
            .formatted(pipeline.bucket("landing"), key, version, sequencer));
  }

  private void awaitNew(String key) throws InterruptedException {
    for (int i = 0; !pipeline.audited("sales", key).get("state").equals("NEW"); i++) {
      assertThat(i).as("waiting for " + key).isLessThan(600);
      Thread.sleep(100);
    }
  }
}
