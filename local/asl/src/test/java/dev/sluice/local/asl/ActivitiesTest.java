package dev.sluice.local.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.run.Quotas;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Activities.
 *
 * @see <a
 *     href="https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/activities/test_activities.snapshot.json">Histories
 *     recorded on AWS</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html">AWS,
 *     Activities</a>
 */
class ActivitiesTest {
  private static final String ARN = "arn:aws:states:us-east-1:000000000000:activity:work";
  private static final String NAMED = "{\"activityArn\": \"" + ARN + "\"}";

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = Lab.with(directory, new Quotas(false, Duration.ofMinutes(5), Duration.ofSeconds(5)));
    lab.call("CreateActivity", "{\"name\": \"work\"}");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void machine(String fields) {
    lab.states(
        "{\"t\": {\"Type\": \"Task\", \"Resource\": \""
            + ARN
            + "\", \"End\": true"
            + fields
            + "}}");
  }

  private ObjectNode task() {
    ObjectNode task =
        lab.engine.call(
            "GetActivityTask", Json.object().put("activityArn", ARN).put("workerName", "w"));
    assertThat(task.has("taskToken")).as("a task was there").isTrue();
    return task;
  }

  @Test
  void shouldLetAWorkerDoATask() {
    machine("");
    String arn = lab.start("{\"a\":1}");
    ObjectNode task = task();
    assertThat(task.path("input").asText()).isEqualTo("{\"a\":1}");
    lab.engine.call(
        "SendTaskSuccess",
        Json.object().put("taskToken", task.path("taskToken").asText()).put("output", "7"));
    assertThat(lab.end(arn).path("output").asText()).isEqualTo("7");
    assertThat(lab.types(arn))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "ActivityScheduled",
            "ActivityStarted",
            "ActivitySucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
    JsonNode scheduled = lab.events(arn).get(2).path("activityScheduledEventDetails");
    assertThat(scheduled.path("resource").asText()).isEqualTo(ARN);
    assertThat(lab.events(arn).get(3).path("activityStartedEventDetails").path("workerName"))
        .hasToString("\"w\"");
  }

  @Test
  void shouldFailAsTheWorkerSays() {
    machine("");
    String arn = lab.start("{}");
    lab.engine.call(
        "SendTaskFailure",
        Json.object().put("taskToken", task().path("taskToken").asText()).put("error", "Broken"));
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("Broken");
    assertThat(lab.types(arn)).contains("ActivityFailed");
  }

  @Test
  void shouldMissAWorkerThatFellSilent() {
    machine(", \"HeartbeatSeconds\": 1, \"TimeoutSeconds\": 60");
    String arn = lab.start("{}");
    task();
    assertThat(lab.end(arn).path("error").asText()).isEqualTo("States.Timeout");
    assertThat(lab.types(arn)).contains("ActivityTimedOut");
  }

  @Test
  void shouldGiveNoWorkerATaskOfAnExecutionThatIsOver() {
    machine("");
    String stopped = lab.start("{\"n\":1}");
    Lab.until(() -> lab.types(stopped).contains("ActivityScheduled"));
    lab.engine.call("StopExecution", Json.object().put("executionArn", stopped));
    lab.start("{\"n\":2}");
    assertThat(task().path("input").asText()).isEqualTo("{\"n\":2}");
  }

  @Test
  void shouldFailWhereTheActivityIsGone() {
    machine("");
    lab.call("DeleteActivity", NAMED);
    lab.call("DeleteActivity", NAMED);
    JsonNode end = lab.run("{}");
    assertThat(end.path("error").asText()).isEqualTo("States.Runtime");
    assertThat(end.path("cause").asText())
        .isEqualTo(
            "An error occurred while executing the state 't' (entered at the event id #2). The"
                + " activity "
                + ARN
                + " does not exist.");
    AslException refused = lab.refusal("GetActivityTask", NAMED);
    assertThat(refused.code()).isEqualTo("ActivityDoesNotExist");
    assertThat(refused).hasMessage("Activity Does Not Exist: '" + ARN + "'");
  }

  @Test
  void shouldCreateAnActivityOnceAndListIt() {
    JsonNode again = lab.call("CreateActivity", "{\"name\": \"work\"}");
    JsonNode described = lab.call("DescribeActivity", NAMED);
    assertThat(again.path("creationDate")).isEqualTo(described.path("creationDate"));
    assertThat(described.path("name").asText()).isEqualTo("work");
    assertThat(lab.call("ListActivities", "{}").get("activities")).hasSize(1);
    assertThat(lab.refusal("CreateActivity", "{\"name\": \"a b$\"}").code())
        .isEqualTo("InvalidName");
  }
}
