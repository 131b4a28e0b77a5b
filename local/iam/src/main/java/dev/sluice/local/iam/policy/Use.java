package dev.sluice.local.iam.policy;

import java.util.List;

/**
 * That a statement took part in a decision.
 *
 * @param actions those of {@link Statement#actions} that match the request
 * @param resources those of {@link Statement#resources} that match it
 */
public record Use(StatementId statement, List<String> actions, List<String> resources) {
  public Use {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}
