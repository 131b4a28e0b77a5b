package dev.sluice.local.aws.services.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;
import java.util.Locale;

/**
 * What SQS's operations need; SQS writes its actions in small letters.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html">AWS</a>
 */
final class SqsAccess implements AccessRules<ObjectNode> {
  @Override
  public List<Access> of(String operation, ObjectNode input) {
    String action = "sqs:" + operation.toLowerCase(Locale.ROOT);
    if (operation.equals("ListQueues")) {
      return List.of(Access.to(action, "*"));
    }
    String queue = input.path("QueueUrl").asText(input.path("QueueName").asText());
    return List.of(Access.to(action, LocalAws.arn("sqs", LocalAws.nameOf(queue))));
  }

  static Access send(String queueArn) {
    return Access.to("sqs:sendmessage", queueArn);
  }
}
