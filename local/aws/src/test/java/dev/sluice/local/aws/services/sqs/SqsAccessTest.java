package dev.sluice.local.aws.services.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsAccessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SendMessage        | {'QueueUrl': 'http://127.0.0.1:1/000000000000/q'} | sqs:sendmessage sqs:::q",
        "ReceiveMessage     | {'QueueUrl': 'http://127.0.0.1:1/000000000000/q'} | sqs:receivemessage sqs:::q",
        "DeleteMessage      | {'QueueUrl': 'http://127.0.0.1:1/000000000000/q'} | sqs:deletemessage sqs:::q",
        "GetQueueAttributes | {'QueueUrl': 'http://127.0.0.1:1/000000000000/q'} | sqs:getqueueattributes sqs:::q",
        "GetQueueUrl        | {'QueueName': 'q'}                                | sqs:getqueueurl sqs:::q",
        "ListQueues         | {'QueueNamePrefix': 'q'}                          | sqs:listqueues *",
      })
  void shouldSpeakOfTheQueueAndWriteActionsAsSqsDoes(
      String operation, String input, String access) {
    assertThat(Described.of(new SqsAccess(), operation, input)).containsExactly(access);
  }
}
