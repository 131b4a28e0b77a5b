package dev.sluice.local.aws.services.sns;

import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.AccessRules;
import dev.sluice.local.aws.account.LocalAws;
import java.util.List;
import java.util.Map;

/**
 * What SNS's operations need; SNS writes its prefix in capitals.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html">AWS</a>
 */
final class SnsAccess implements AccessRules<Map<String, String>> {
  @Override
  public List<Access> of(String operation, Map<String, String> form) {
    String action = "SNS:" + operation;
    return switch (operation) {
      case "CreateTopic" ->
          List.of(Access.to(action, LocalAws.arn("sns", form.getOrDefault("Name", ""))));
      case "ListTopics", "ListSubscriptions" -> List.of(Access.to(action, "*"));
      default -> {
        String topic = form.getOrDefault("TopicArn", form.getOrDefault("TargetArn", "*"));
        yield List.of(Access.to(action, topic));
      }
    };
  }
}
