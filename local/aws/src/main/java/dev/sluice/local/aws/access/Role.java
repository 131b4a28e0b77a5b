package dev.sluice.local.aws.access;

import dev.sluice.local.iam.decision.Decision;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.StatementId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A role as deployed. Thread-safe. */
final class Role {
  private final String name;
  private final String arn;
  private final Policy trust;
  private final Map<String, SinglePolicy> policies = new LinkedHashMap<>();
  private volatile List<Policy> all = List.of();

  /**
   * @param trust who may assume it
   */
  Role(String name, String arn, Policy trust) {
    this.name = name;
    this.arn = arn;
    this.trust = trust;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  Policy trust() {
    return trust;
  }

  synchronized void attach(SinglePolicy policy) {
    policies.put(policy.policy().name(), policy);
    all = policies.values().stream().map(SinglePolicy::policy).toList();
  }

  List<Policy> policies() {
    return all;
  }

  synchronized List<Grant> grants() {
    return policies.values().stream()
        .flatMap(policy -> policy.grants().stream())
        .filter(Objects::nonNull)
        .toList();
  }

  /** The grants by which a decision allowed something. */
  synchronized List<Grant> used(Decision decision) {
    List<Grant> used = new ArrayList<>();
    for (StatementId id : decision.statements()) {
      SinglePolicy policy = policies.get(id.policy());
      Grant grant = policy == null ? null : policy.grants().get(id.index());
      if (grant != null) {
        used.add(grant);
      }
    }
    return used;
  }
}
