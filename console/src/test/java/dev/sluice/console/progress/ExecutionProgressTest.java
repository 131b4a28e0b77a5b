package dev.sluice.console.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.aws.SomePipelines;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExecutionProgressTest {
  private final ExecutionProgress progress =
      new ExecutionProgress(SomePipelines.of("orders", "guard", "load"));

  private StepProgress step(String name) {
    return progress.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void shouldNotCountAGateAsTheStepRunning() {
    progress.apply(new Events().entered(0, "load?").all());

    assertThat(step("load").state()).isEqualTo(StepState.WAITING);
  }

  @Test
  void shouldEndAStepWhenAnOutputCarriesItsOutcome() {
    progress.apply(
        new Events()
            .entered(0, "load: list files")
            .exited(1, "load: list files", "{\"guard\":{\"status\":\"SUCCEEDED\"}}")
            .entered(2, "load")
            .exited(3, "load", "{\"load\":{\"status\":\"SUCCEEDED\",\"valid\":12}}")
            .all());

    assertThat(step("load").state()).isEqualTo(StepState.SUCCEEDED);
    assertThat(step("load").outcome()).containsEntry("valid", "12");
    assertThat(step("load").duration(Instant.now())).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void shouldShowASkippedStepAsSkipped() {
    progress.apply(
        new Events()
            .entered(0, "load?")
            .entered(1, "load skipped")
            .exited(2, "load skipped", "{\"load\":{\"status\":\"SKIPPED\"}}")
            .all());

    assertThat(step("load").state()).isEqualTo(StepState.SKIPPED);
  }

  @Test
  void shouldCallAStepFailedWhenTheExecutionEndsOnItsFailure() {
    progress.apply(
        new Events()
            .entered(0, "load")
            .plain(1, "TaskScheduled")
            .plain(2, "TaskFailed")
            .plain(3, "ExecutionFailed")
            .all());

    assertThat(progress.failed()).extracting(StepProgress::name).containsExactly("load");
  }

  @Test
  void shouldNotCallAStepFailedThatWasRetriedWhenAnotherBrokeTheExecution() {
    progress.apply(
        new Events()
            .entered(0, "guard")
            .plain(1, "TaskScheduled")
            .plain(2, "TaskFailed")
            .plain(3, "TaskScheduled")
            .entered(0, "load")
            .plain(5, "TaskScheduled")
            .plain(6, "TaskFailed")
            .plain(7, "ExecutionFailed")
            .all());

    assertThat(step("guard").state()).isEqualTo(StepState.ABORTED);
    assertThat(step("load").state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void shouldRunABrokenStepAgainOnceTheExecutionIsRedriven() {
    progress.apply(
        new Events()
            .entered(0, "load")
            .scheduled(1, "{\"JobName\":\"load\"}")
            .plain(2, "TaskFailed")
            .plain(3, "ExecutionFailed")
            .plain(4, "ExecutionRedriven")
            .all());

    assertThat(step("guard").state()).isEqualTo(StepState.WAITING);
    assertThat(step("load").state()).isEqualTo(StepState.RUNNING);
  }

  @Test
  void shouldKnowARedrivenTaskByWhatItIsAskedToDo() {
    progress.apply(
        new Events()
            .entered(0, "guard")
            .scheduled(1, "{\"JobName\":\"guard\"}")
            .entered(0, "load")
            .scheduled(3, "{\"JobName\":\"load\"}")
            .plain(4, "TaskFailed")
            .plain(5, "ExecutionFailed")
            .plain(6, "ExecutionRedriven")
            .scheduled(7, "{\"JobName\":\"guard\"}")
            .scheduled(7, "{\"JobName\":\"load\"}")
            .plain(9, "TaskFailed")
            .plain(10, "ExecutionFailed")
            .all());

    assertThat(step("guard").state()).isEqualTo(StepState.ABORTED);
    assertThat(step("load").state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void shouldKnowARedrivenTaskWhoseTokenIsNew() {
    progress.apply(
        new Events()
            .entered(0, "load")
            .scheduled(1, "{\"redriveCount\":0,\"taskToken\":\"a\"}")
            .plain(2, "TaskTimedOut")
            .plain(3, "ExecutionFailed")
            .plain(4, "ExecutionRedriven")
            .scheduled(5, "{\"redriveCount\":1,\"taskToken\":\"b\"}")
            .plain(6, "TaskTimedOut")
            .plain(7, "ExecutionFailed")
            .all());

    assertThat(step("load").state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void shouldGoOnWithAStateThatARedriveEntersAgain() {
    progress.apply(
        new Events()
            .entered(0, "guard")
            .exited(1, "guard", "{\"guard\":{\"status\":\"SUCCEEDED\"}}")
            .entered(2, "load")
            .scheduled(3, "{\"JobName\":\"load\"}")
            .plain(4, "TaskFailed")
            .plain(5, "ExecutionFailed")
            .plain(6, "ExecutionRedriven")
            .entered(7, "load")
            .scheduled(8, "{\"JobName\":\"load\"}")
            .exited(9, "load", "{\"load\":{\"status\":\"SUCCEEDED\"}}")
            .plain(10, "ExecutionSucceeded")
            .all());

    assertThat(step("load").state()).isEqualTo(StepState.SUCCEEDED);
    assertThat(step("guard").state()).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void shouldKeepAStepEndedWhoseLaterStatesOnlyLeadOn() {
    progress.apply(
        new Events()
            .entered(0, "load: poll")
            .exited(1, "load: poll", "{\"load\":{\"status\":\"SUCCEEDED\"}}")
            .entered(2, "load: done?")
            .exited(3, "load: done?", "{\"load\":{\"status\":\"SUCCEEDED\"}}")
            .all());

    assertThat(step("load").duration(Instant.now())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldCountStatesEnteredAsTransitions() {
    progress.apply(new Events().entered(0, "guard?").entered(1, "guard").entered(2, "plan").all());

    assertThat(progress.transitions()).isEqualTo(3);
  }
}
