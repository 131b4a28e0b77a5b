package dev.sluice.local.aws.services.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsAccessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PutEvents         | {'Entries': []}  | events:::event-bus/default",
        "DescribeRule      | {'Name': 'failed'} | events:::rule/failed",
        "DisableRule       | {'Name': 'failed'} | events:::rule/failed",
        "ListTargetsByRule | {'Rule': 'failed'} | events:::rule/failed",
        "ListRules         | {}               | events:::rule/*",
        "TestEventPattern  | {'EventPattern': '{}'} | *",
      })
  void shouldSpeakOfTheRuleOrTheBus(String operation, String input, String resource) {
    assertThat(Described.of(new EventsAccess(), operation, input))
        .containsExactly("events:" + operation + " " + resource);
  }
}
