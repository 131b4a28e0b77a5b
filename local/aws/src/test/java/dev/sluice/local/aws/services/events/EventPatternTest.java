package dev.sluice.local.aws.services.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.base.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
  private static final JsonNode EVENT =
      json(
          """
          {'source': 'aws.s3', 'resources': ['arn:one', 'arn:two'],
           'detail': {'key': 'sales/May.csv', 'ip': '10.1.2.3', 'size': 5, 'none': null, 'ok': true,
                      'bucket': {'name': 'landing'}, 'list': [{'n': 1}, {'n': 2}]}}
          """);

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'source': ['aws.ec2', 'aws.s3']}",
        "{'resources': ['arn:two']}",
        "{'detail': {'bucket': {'name': ['landing']}}}",
        "{'detail': {'key': [{'prefix': 'sales/'}]}}",
        "{'detail': {'key': [{'suffix': '.csv'}]}}",
        "{'detail': {'key': [{'suffix': {'equals-ignore-case': '.CSV'}}]}}",
        "{'detail': {'key': [{'equals-ignore-case': 'SALES/may.csv'}]}}",
        "{'detail': {'key': [{'wildcard': 'sales/*.c*'}]}}",
        "{'detail': {'key': [{'anything-but': 'x'}]}}",
        "{'detail': {'key': [{'anything-but': ['x', 'y']}]}}",
        "{'detail': {'key': [{'anything-but': {'prefix': 'raw/'}}]}}",
        "{'detail': {'size': [5]}}",
        "{'detail': {'size': [5.0]}}",
        "{'detail': {'size': [{'numeric': ['>', 0, '<=', 5]}]}}",
        "{'detail': {'none': [null]}}",
        "{'detail': {'ok': [true]}}",
        "{'detail': {'key': [{'exists': true}], 'other': [{'exists': false}]}}",
        "{'detail': {'list': {'n': [2]}}}",
        "{'$or': [{'source': ['x']}, {'detail': {'size': [5]}}]}",
        "{'detail': {'ip': [{'cidr': '10.0.0.0/8'}]}}",
        "{'detail': {'key': [{'anything-but': {'suffix': ['.tsv', '.txt']}}]}}",
      })
  void shouldMatch(String pattern) {
    assertThat(new EventPattern(json(pattern)).matches(EVENT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'source': ['aws.ec2']}",
        "{'source': ['AWS.S3']}",
        "{'source': ['aws.s3'], 'detail': {'size': [6]}}",
        "{'detail': {'key': [{'prefix': 'Sales/'}]}}",
        "{'detail': {'key': [{'wildcard': '*.tsv'}]}}",
        "{'detail': {'key': [{'anything-but': ['sales/May.csv']}]}}",
        "{'detail': {'key': [{'anything-but': {'prefix': 'sales/'}}]}}",
        "{'detail': {'size': [{'numeric': ['>', 5]}]}}",
        "{'detail': {'size': ['5']}}",
        "{'detail': {'other': [{'anything-but': 'x'}]}}",
        "{'detail': {'key': [{'exists': false}]}}",
        "{'$or': [{'source': ['x']}, {'source': ['y']}]}",
      })
  void shouldNotMatch(String pattern) {
    assertThat(new EventPattern(json(pattern)).matches(EVENT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'source': 'aws.s3'}",
        "{'source': []}",
        "{'detail': {'ip': [{'cidr': '10.0.0.0/88'}]}}",
        "{'detail': {'key': [{'begins-with': 'a'}]}}",
        "{'detail': {'size': [{'numeric': ['>', 'x']}]}}",
        "{'detail': {'key': [{'prefix': 'a', 'suffix': 'b'}]}}",
      })
  void shouldRefuseAPatternThatCannotWork(String pattern) {
    assertThatThrownBy(() -> new EventPattern(json(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("event pattern")
        .hasMessageContaining(json(pattern).toString());
  }
}
