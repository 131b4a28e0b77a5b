package dev.sluice.local.asl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorNamesTest {
  @ParameterizedTest(name = "clause {0}, error {1}: {2}")
  @CsvSource({
    "Custom, Custom, true",
    "Custom, Other, false",
    "Custom, custom, false",
    "Other|Custom, Custom, true",
    "States.ALL, Custom, true",
    "States.ALL, States.Timeout, true",
    "States.ALL, States.HeartbeatTimeout, true",
    "States.ALL, States.TaskFailed, true",
    "States.ALL, States.QueryEvaluationError, true",
    "States.ALL, States.DataLimitExceeded, false",
    "States.ALL, States.Runtime, false",
    "States.TaskFailed, Custom, true",
    "States.TaskFailed, Lambda.TooManyRequestsException, true",
    "States.TaskFailed, States.TaskFailed, true",
    "States.TaskFailed, States.Timeout, false",
    "States.TaskFailed, States.HeartbeatTimeout, false",
    "States.TaskFailed, States.DataLimitExceeded, false",
    "States.TaskFailed, States.Runtime, false",
    "States.Timeout, States.Timeout, true",
    "States.Timeout, States.HeartbeatTimeout, true",
    "States.Timeout, Custom, false",
    "States.HeartbeatTimeout, States.HeartbeatTimeout, true",
    "States.HeartbeatTimeout, States.Timeout, false",
    "States.DataLimitExceeded, States.DataLimitExceeded, true",
    "States.Runtime, States.Runtime, false",
    "States.ItemReaderFailed, States.ItemReaderFailed, true",
    "States.ALL, , true",
    "Custom, , false",
  })
  void shouldMatchAsAwsDocuments(String clause, String error, boolean matches) {
    StateError raised = new StateError(error, "cause");
    assertThat(ErrorNames.match(List.of(clause.split("\\|")), raised)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "States.HeartbeatTimeout, true",
    "States.Timeout, true",
    "States.ALL, true",
    "States.TaskFailed, false"
  })
  void shouldKnowAMissedHeartbeatByBothNames(String clause, boolean matches) {
    assertThat(ErrorNames.match(List.of(clause), StateError.missedHeartbeat())).isEqualTo(matches);
  }
}
