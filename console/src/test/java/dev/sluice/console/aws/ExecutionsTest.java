package dev.sluice.console.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

class ExecutionsTest {
  private static final PipelineInfo ORDERS = SomePipelines.of("orders", "guard");
  private static final PipelineInfo STATIONS = SomePipelines.of("stations", "load_stations");

  private final Sfn sfn = new Sfn();
  private final Executions all = new Executions(sfn, List.of(ORDERS, STATIONS));

  @Test
  void shouldFindAnExecutionInWhicheverPipelineHasIt() {
    sfn.add(ORDERS, "first", ExecutionStatus.SUCCEEDED);
    sfn.add(STATIONS, "second", ExecutionStatus.SUCCEEDED);

    assertThat(all.named("second").pipeline()).isEqualTo(STATIONS);
    assertThat(all.named(ORDERS.executionArn("first")).pipeline()).isEqualTo(ORDERS);
    assertThatThrownBy(() -> all.named(STATIONS.executionArn("first")))
        .hasMessageContaining("found no execution");
    assertThatThrownBy(() -> all.named("third"))
        .hasMessageContaining("found no execution 'third' of orders, stations.");
  }

  @Test
  void shouldAskForThePipelineWhereSeveralHaveTheName() {
    sfn.add(ORDERS, "nightly", ExecutionStatus.SUCCEEDED);
    sfn.add(STATIONS, "nightly", ExecutionStatus.SUCCEEDED);

    assertThatThrownBy(() -> all.named("nightly"))
        .hasMessage(
            "found an execution 'nightly' of each of orders, stations, expected --pipeline with"
                + " one of them.");
    assertThat(new Executions(sfn, List.of(STATIONS)).named("nightly").pipeline())
        .isEqualTo(STATIONS);
  }

  @Test
  void shouldTakeTheExecutionThatWasStartedLastOfAll() {
    sfn.add(STATIONS, "a", ExecutionStatus.SUCCEEDED);
    sfn.add(ORDERS, "b", ExecutionStatus.FAILED);
    assertThat(all.latest().name()).isEqualTo("b");

    sfn.add(STATIONS, "c", ExecutionStatus.RUNNING);
    assertThat(all.latest().pipeline()).isEqualTo(STATIONS);
    assertThat(all.newest(null, 2))
        .extracting(listed -> listed.item().name())
        .containsExactly("c", "b");
  }

  @Test
  void shouldRefuseToGuessAmongThePipelines() {
    assertThatThrownBy(all::onlyRunning)
        .hasMessage("found no running execution of orders, stations.");
    sfn.add(ORDERS, "a", ExecutionStatus.RUNNING);
    assertThat(all.onlyRunning().name()).isEqualTo("a");
    sfn.add(STATIONS, "b", ExecutionStatus.RUNNING);
    assertThatThrownBy(all::onlyRunning)
        .hasMessage("found 2 running executions, expected the name of one: b, a.");
  }

  @Test
  void shouldNotRedriveWhatWouldBeRefusedAgain() {
    sfn.add(ORDERS, "a", ExecutionStatus.FAILED);
    sfn.add(ORDERS, "b", ExecutionStatus.FAILED);
    sfn.error = "InvalidInput";
    assertThat(all.redrivable()).isEmpty();

    sfn.error = "States.TaskFailed";
    assertThat(all.redrivable())
        .extracting(listed -> listed.item().name())
        .containsExactly("b", "a");
  }

  /** Executions that start one after the other; each ended one is redrivable. */
  private static final class Sfn implements SfnClient {
    private final List<ExecutionListItem> executions = new ArrayList<>();
    private String error = "E";

    void add(PipelineInfo pipeline, String name, ExecutionStatus status) {
      executions.add(
          ExecutionListItem.builder()
              .stateMachineArn(pipeline.stateMachineArn())
              .executionArn(pipeline.executionArn(name))
              .name(name)
              .status(status)
              .startDate(Instant.EPOCH.plusSeconds(executions.size()))
              .build());
    }

    @Override
    public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
      return ListExecutionsResponse.builder()
          .executions(
              executions.stream()
                  .filter(e -> e.stateMachineArn().equals(request.stateMachineArn()))
                  .filter(
                      e -> request.statusFilter() == null || e.status() == request.statusFilter())
                  .sorted(Comparator.comparing(ExecutionListItem::startDate).reversed())
                  .toList())
          .build();
    }

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      if (executions.stream().noneMatch(e -> e.executionArn().equals(request.executionArn()))) {
        throw ExecutionDoesNotExistException.builder().message("none").build();
      }
      return DescribeExecutionResponse.builder()
          .redriveStatus(ExecutionRedriveStatus.REDRIVABLE)
          .error(error)
          .build();
    }

    @Override
    public String serviceName() {
      return "states";
    }

    @Override
    public void close() {}
  }
}
