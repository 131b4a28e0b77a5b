package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What operations need, as text for tables. In inputs, single quotes stand for double ones. */
public final class Described {
  private Described() {}

  /** What an operation needs. */
  public static List<String> of(AccessRules<ObjectNode> rules, String operation, String input) {
    return of(rules.of(operation, (ObjectNode) Json.parse(input.replace('\'', '"'))));
  }

  /**
   * {@code action resource}, and the context where there is one; of account, region and partition
   * is left {@code :::}.
   */
  public static List<String> of(List<Access> needed) {
    return needed.stream().map(Described::text).toList();
  }

  private static String text(Access access) {
    String resource =
        access
            .resource()
            .replaceFirst("^arn:aws:(\\w+):us-east-1:000000000000:", "$1:::")
            .replaceFirst("^arn:aws:s3:::", "s3:::");
    Map<String, List<String>> context = new TreeMap<>(access.context());
    return access.action() + " " + resource + (context.isEmpty() ? "" : " " + context);
  }
}
