package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.MapRuns;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * An account that allows ten invocations at a time, as a new one does: more files than that arrive
 * together and are validated together, each by a call of its own.
 */
class NewAccountTest {
  private static final int FILES = 24;

  @Test
  void shouldWaitForPlacesAndLoseNothing(@TempDir Path state) throws Exception {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("lambdaConcurrency", 10);
    account.put("validateBatchSize", 1);
    account.put("validateConcurrency", FILES);
    try (Laptop laptop = Laptop.start(Assembly.with(account), state, "sluice-orders");
        SfnClient stepFunctions = laptop.stepFunctions()) {
      Pipeline pipeline = Pipeline.in(laptop, "orders");
      Map<String, String> files = new LinkedHashMap<>();
      for (int i = 0; i < FILES; i++) {
        files.put(
            "sales/s%02d.csv".formatted(i),
            SmallFiles.sales(LocalDate.of(2023, 1, 1).plusDays(i), 2));
      }
      pipeline.deliverAndSee("sales", files);

      String arn = pipeline.start("{\"only\": [\"validate_sales\"]}");
      String mapRun = MapRuns.await(stepFunctions, arn);
      DescribeExecutionResponse execution = pipeline.await(arn);

      assertThat(execution.status()).as(execution.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(pipeline.count(execution, "validate_sales", "valid")).isEqualTo(FILES);
      List<String> refused =
          MapRuns.children(stepFunctions, mapRun).stream()
              .flatMap(c -> MapRuns.taskErrors(stepFunctions, c.executionArn()).stream())
              .toList();
      assertThat(refused)
          .as("tasks that were tried again")
          .isNotEmpty()
          .containsOnly("Lambda.TooManyRequestsException");
    }
  }
}
