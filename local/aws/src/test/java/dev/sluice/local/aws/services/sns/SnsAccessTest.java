package dev.sluice.local.aws.services.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnsAccessTest {
  @ParameterizedTest
  @CsvSource({
    "Publish, TopicArn, arn:aws:sns:us-east-1:000000000000:alerts, SNS:Publish sns:::alerts",
    "Publish, TargetArn, arn:aws:sns:us-east-1:000000000000:alerts, SNS:Publish sns:::alerts",
    "Subscribe, TopicArn, arn:aws:sns:us-east-1:000000000000:alerts, SNS:Subscribe sns:::alerts",
    "CreateTopic, Name, alerts, SNS:CreateTopic sns:::alerts",
    "ListTopics, NextToken, 1, SNS:ListTopics *",
  })
  void shouldSpeakOfTheTopicAndWriteActionsAsSnsDoes(
      String operation, String field, String value, String access) {
    assertThat(Described.of(new SnsAccess().of(operation, Map.of(field, value))))
        .containsExactly(access);
  }
}
