package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.ChangedAssembly;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.Obstacle;
import dev.sluice.test.fixture.Pipeline;
import dev.sluice.test.fixture.SmallFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

/**
 * Each part fails in its way: the execution fails with an error that names the cause, one mail says
 * so, and after the fix a redrive goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailingPartsTest {
  // Too little for the classes; Lambda gives no function too little for its heap.
  private static final String TOO_LITTLE_MEMORY = "-XX:MaxMetaspaceSize=8m";

  private final Obstacle obstacle = new Obstacle();
  private DescribeExecutionResponse outOfMemory;
  private Laptop laptop;
  private Pipeline pipeline;
  private Mails mails;

  @BeforeAll
  void failForLackOfMemoryThenDeployTheFix(@TempDir Path state) throws Exception {
    Path cramped =
        ChangedAssembly.copy(Assembly.standard(), "cramped")
            .variable("export-products", "JAVA_TOOL_OPTIONS", TOO_LITTLE_MEMORY)
            .write();
    start(cramped, state);
    outOfMemory = fail("export_products");
    mails.next(outOfMemory.name(), 0);
    laptop.close();

    Path failing =
        ChangedAssembly.copy(Assembly.standard(), "failing")
            .timeout("list-files", 6)
            .variable("list-files", "AWS_ENDPOINT_URL_DYNAMODB", obstacle.address())
            .definition(
                "'execution': $states.context.Execution.Name, 'steps': $states.input}",
                "'execution': $states.context.Execution.Name, 'steps': $states.input, 'padding':"
                    + " $count($states.context.Execution.Input.only) = 2"
                    + " and $states.context.Execution.RedriveCount = 0"
                    + " ? $pad('', 300000, 'x') : ''}")
            .write();
    start(failing, state);
  }

  private void start(Path assembly, Path state) {
    laptop = Laptop.start(assembly, state, "sluice-orders");
    pipeline = Pipeline.in(laptop, "orders");
    mails = new Mails(laptop.mailbox());
  }

  @AfterAll
  void stop() {
    laptop.close();
    obstacle.close();
  }

  @Test
  @Order(1)
  void shouldNameAFunctionThatExhaustedItsMemory() throws Exception {
    assertThat(outOfMemory.error()).isIn("java.lang.OutOfMemoryError", "Runtime.ExitError");
    assertMail(
        mails.on(outOfMemory.name()).get(0), "export_products", outOfMemory.error(), "memory");

    assertRedriven(outOfMemory);
  }

  @Test
  @Order(2)
  void shouldNameASparkJobThatFailed() throws Exception {
    DescribeExecutionResponse failed = fail("process_sales");

    assertThat(failed.error()).isEqualTo("States.TaskFailed");
    assertThat(failed.cause()).contains("\"JobRunState\":\"FAILED\"");
    assertMail(failed, "process_sales", "Glue job sluice-orders-process_sales failed: ", "sales");

    pipeline.deliverAndSee(
        "sales", Map.of("sales/s.csv", SmallFiles.sales(LocalDate.of(2019, 1, 1), 3)));
    assertThat(pipeline.run("{\"only\": [\"validate_sales\"]}").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertRedriven(failed);
  }

  @Test
  @Order(3)
  void shouldNameACrawlThatFailedAndCrawlAgain() throws Exception {
    put("curated/sales_marketing/part.parquet", "no parquet");
    DescribeExecutionResponse failed = fail("crawl_lake");

    assertThat(failed.error()).isEqualTo("dev.sluice.error.CrawlFailed");
    assertMail(failed, "crawl_lake", "dev.sluice.error.CrawlFailed: ", "curated/sales_marketing");
    assertThat(crawls()).isEqualTo(1);

    try (S3Client s3 = laptop.s3()) {
      s3.deleteObject(
          r -> r.bucket(pipeline.bucket("lake")).key("curated/sales_marketing/part.parquet"));
    }
    assertRedriven(failed);
    assertThat(crawls()).as("crawls, the redriven one included").isEqualTo(2);
  }

  @Test
  @Order(0)
  void shouldNameAFunctionThatTimedOut() throws Exception {
    DescribeExecutionResponse failed = fail("validate_marketing");

    assertThat(failed.error()).isEqualTo("Sandbox.Timedout");
    assertMail(failed, "validate_marketing", "Task timed out after 6.00 seconds", "its timeout");

    obstacle.remove(laptop.endpoint("dynamodb"));
    assertRedriven(failed);
  }

  @Test
  @Order(5)
  void shouldNameAFunctionThatThrewAndSayThatARunWasStopped() throws Exception {
    String waiting = pipeline.start("{\"only\": [\"await_marketing\"]}");
    pipeline.awaitState(waiting, "await_marketing");
    DescribeExecutionResponse second = fail("mark_ingested");

    assertThat(second.error()).isEqualTo("dev.sluice.error.PipelineAlreadyRunning");
    assertMail(second, "guard", "dev.sluice.error.PipelineAlreadyRunning: ", waiting);

    pipeline.stop(waiting);
    DescribeExecutionResponse stopped = pipeline.await(waiting);
    assertThat(stopped.status()).isEqualTo(ExecutionStatus.ABORTED);
    Mails.Mail mail = mails.next(stopped.name(), 0);
    assertThat(mail.subject()).contains("stopped at await_marketing in " + stopped.name());
    assertThat(mail.body()).contains("Stopped: test", "Redrive when it may go on.");

    assertRedriven(second);
    pipeline.redrive(waiting);
    pipeline.deliverAndSee(
        "marketing", Map.of("marketing/m.csv", SmallFiles.marketing(LocalDate.of(2019, 1, 1), 2)));
    assertThat(pipeline.await(waiting).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(mails.on(stopped.name())).hasSize(1);
  }

  @Test
  @Order(6)
  void shouldRefuseAnInputOverTheLimitAndNameAStateThatWroteTooMuch() throws Exception {
    assertThatThrownBy(() -> pipeline.start("{\"only\": [\"" + "x".repeat(262_144) + "\"]}"))
        .isInstanceOf(SfnException.class)
        .hasMessageContaining("262144");

    DescribeExecutionResponse failed =
        pipeline.run("{\"only\": [\"mark_ingested\", \"validate_marketing\"]}");
    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
    assertMail(failed, "report", "States.DataLimitExceeded: ", "'report'");

    assertRedriven(failed);
  }

  @Test
  @Order(7)
  void shouldNameABucketThatVanished() throws Exception {
    String bucket = pipeline.bucket("work");
    try (S3Client s3 = laptop.s3()) {
      for (S3Object object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
        s3.deleteObject(r -> r.bucket(bucket).key(object.key()));
      }
      s3.deleteBucket(r -> r.bucket(bucket));
      DescribeExecutionResponse failed = fail("validate_sales");

      assertThat(failed.error()).endsWith("NoSuchBucketException");
      assertMail(failed, "validate_sales", "the bucket " + bucket + " does not exist");

      s3.createBucket(r -> r.bucket(bucket));
      assertRedriven(failed);
    }
  }

  @Test
  @Order(8)
  void shouldKeepTheEventOnWhichTheNotifierFailedThreeTimes() throws Exception {
    try (DynamoDbClient dynamo = laptop.dynamoDb()) {
      dynamo.deleteTable(r -> r.tableName("sluice-coordination"));
    }
    DescribeExecutionResponse refused = pipeline.run("{\"only\": [\"jion\"]}");
    assertThat(refused.error()).isEqualTo("InvalidInput");

    String kept = awaitDeadLetter();

    assertThat(kept).contains(refused.executionArn()).contains("\\\"approximateInvokeCount\\\":3");
    assertThat(mails.on(refused.name())).isEmpty();
  }

  private String awaitDeadLetter() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(end)) {
      for (String queue : laptop.queues()) {
        String answer = laptop.ask("AmazonSQS.ReceiveMessage", "{\"QueueUrl\": \"" + queue + "\"}");
        if (answer.contains("\"Body\"")) {
          return answer;
        }
      }
      Thread.sleep(200);
    }
    throw new AssertionError("nothing arrived in " + laptop.queues());
  }

  private DescribeExecutionResponse fail(String step) throws InterruptedException {
    DescribeExecutionResponse failed = pipeline.run("{\"only\": [\"" + step + "\"]}");
    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
    return failed;
  }

  private void assertMail(DescribeExecutionResponse failed, String step, String... said)
      throws InterruptedException {
    assertMail(mails.next(failed.name(), 0), step, said);
  }

  private static void assertMail(Mails.Mail mail, String step, String... said) {
    assertThat(mail.subject()).startsWith("[orders] " + step + " failed in ");
    String sentence = mail.body().lines().skip(2).findFirst().orElseThrow();
    assertThat(mail.body()).startsWith("Step " + step + " failed.\n\n  ").contains(said);
    assertThat(sentence).startsWith("  ").contains(said[0]).doesNotContain("{", "stackTrace");
    assertThat(mail.body()).contains("./sluice redrive ", "aws stepfunctions redrive-execution");
  }

  private void assertRedriven(DescribeExecutionResponse failed) throws InterruptedException {
    pipeline.redrive(failed.executionArn());
    DescribeExecutionResponse redriven = pipeline.await(failed.executionArn());
    assertThat(redriven.status()).as(redriven.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(redriven.redriveCount()).isEqualTo(1);
    assertThat(mails.on(failed.name())).as("mails on " + failed.name()).hasSize(1);
  }

  private int crawls() {
    try (GlueClient glue = laptop.glue()) {
      return glue.listCrawls(r -> r.crawlerName("sluice-orders-lake")).crawls().size();
    }
  }

  private void put(String key, String content) {
    try (S3Client s3 = laptop.s3()) {
      s3.putObject(
          r -> r.bucket(pipeline.bucket("lake")).key(key), RequestBody.fromString(content));
    }
  }
}
