package dev.sluice.local.aws.access;

import dev.sluice.local.aws.account.LocalAws;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that key ids name. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id">AWS: a
 *     key's id, its ARN, an alias, an alias's ARN</a>
 */
final class KeyIds {
  private static final String ALIAS = "alias/";

  private final Map<String, String> targets = new ConcurrentHashMap<>();

  /**
   * Gives a key another name.
   *
   * @param alias such as {@code alias/lake}
   * @param keyId of the key itself, or its ARN
   */
  void alias(String alias, String keyId) {
    targets.put(alias, keyId);
  }

  /**
   * The ARN of a customer's key.
   *
   * @return empty for a key of AWS's own, which needs no rights; for an alias that no template
   *     deploys the alias's ARN, for which no key's policy speaks
   */
  Optional<String> arn(String id) {
    int alias = id.startsWith(ALIAS) ? 0 : id.indexOf(":" + ALIAS) + 1;
    if (!id.startsWith(ALIAS, alias)) {
      return Optional.of(key(id));
    }
    String name = id.substring(alias);
    if (name.startsWith(ALIAS + "aws/")) {
      return Optional.empty();
    }
    String target = targets.get(name);
    return Optional.of(target == null ? LocalAws.arn("kms", name) : key(target));
  }

  private static String key(String id) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return id.startsWith("arn:") ? id : LocalAws.arn("kms", "key/" + name);
  }
}
