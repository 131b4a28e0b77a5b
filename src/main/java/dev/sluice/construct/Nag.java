package dev.sluice.construct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Accepts a finding of cdk-nag, with the reason, in the form in which cdk-nag keeps it: metadata of
 * the resource. So the application itself does not depend on cdk-nag.
 */
public final class Nag {
  private static final String METADATA = "cdk_nag";
  private static final String RULES = "rules_to_suppress";

  private Nag() {}

  /** Accepts a rule's findings on every resource at or below the construct. */
  public static void accept(Construct construct, String rule, String reason) {
    for (IConstruct child : construct.getNode().findAll()) {
      if (child instanceof CfnResource resource) {
        accept(resource, rule, reason);
      }
    }
  }

  private static void accept(CfnResource resource, String rule, String reason) {
    List<Object> rules = new ArrayList<>();
    if (resource.getMetadata(METADATA) instanceof Map<?, ?> before
        && before.get(RULES) instanceof List<?> list) {
      rules.addAll(list);
    }
    Map<String, Object> accepted = new LinkedHashMap<>();
    accepted.put("id", rule);
    accepted.put("reason", reason);
    rules.add(accepted);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put(RULES, rules);
    resource.addMetadata(METADATA, metadata);
  }
}
