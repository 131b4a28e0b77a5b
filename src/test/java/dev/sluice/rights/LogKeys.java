package dev.sluice.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.JsonTree;
import dev.sluice.fixture.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys that encrypt logs, which the logs service itself uses.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">AWS,
 *     what the key's policy allows</a>
 */
final class LogKeys {
  static final List<String> ACTIONS =
      List.of(
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*");

  private LogKeys() {}

  /** The keys that log groups and Glue's security configurations of a template name. */
  static Set<String> of(JsonTree template) {
    Set<String> keys = new TreeSet<>();
    template
        .resources("AWS::Logs::LogGroup")
        .forEach(group -> add(keys, group.getValue().at("/Properties/KmsKeyId")));
    template
        .resources("AWS::Glue::SecurityConfiguration")
        .forEach(
            one ->
                add(
                    keys,
                    one.getValue()
                        .at("/Properties/EncryptionConfiguration/CloudWatchEncryption/KmsKeyArn")));
    return keys;
  }

  private static void add(Set<String> keys, JsonNode key) {
    if (!key.isMissingNode()) {
      keys.add(Plain.text(key));
    }
  }

  /** What the policy of a key does not allow the logs service of the region. */
  static List<String> missing(JsonNode policy) {
    List<String> missing = new ArrayList<>(ACTIONS);
    for (JsonNode statement : policy.path("Statement")) {
      boolean logs =
          Plain.text(statement.at("/Principal/Service")).equals("logs.<AWS::Region>.amazonaws.com");
      if (logs && statement.path("Effect").asText().equals("Allow")) {
        statement.path("Action").forEach(action -> missing.remove(action.asText()));
      }
    }
    return missing;
  }
}
