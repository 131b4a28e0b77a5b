package dev.sluice.local.aws.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handlers by resource type. */
final class Handlers {
  private static final String CUSTOM = "AWS::CloudFormation::CustomResource";

  private final Map<String, ResourceHandler> byType = new LinkedHashMap<>();

  Handlers(List<ResourceHandler> handlers) {
    for (ResourceHandler handler : handlers) {
      if (byType.putIfAbsent(handler.type(), handler) != null) {
        throw new IllegalArgumentException("two handlers for " + handler.type());
      }
    }
  }

  boolean knows(String type) {
    return of(type) != null || NotRun.knows(type);
  }

  /** Null for a type that is not run. */
  ResourceHandler of(String type) {
    return byType.get(type.startsWith("Custom::") ? CUSTOM : type);
  }
}
