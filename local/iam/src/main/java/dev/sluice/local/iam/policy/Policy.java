package dev.sluice.local.iam.policy;

import dev.sluice.local.iam.request.AccessRequest;

/**
 * A document where it is attached. Immutable.
 *
 * @param name unique among the policies that are counted together
 */
public record Policy(String name, PolicyKind kind, PolicyDocument document) {
  /**
   * A policy.
   *
   * @throws IllegalArgumentException where a statement says more or less than its kind allows
   */
  public Policy {
    Findings findings = new Findings();
    for (Statement statement : document.statements()) {
      String path = name + " Statement[" + statement.index() + "]";
      check(findings, path, "Principal", statement.namesPrincipals(), kind, kind.namesPrincipals());
      check(findings, path, "Resource", statement.namesResources(), kind, kind.namesResources());
      if (kind == PolicyKind.TRUST && statement.excludesPrincipals()) {
        findings.add(path, "has NotPrincipal, which a role trust policy does not take");
      }
    }
    findings.check();
  }

  private static void check(
      Findings findings,
      String path,
      String element,
      boolean there,
      PolicyKind kind,
      boolean expected) {
    if (there != expected) {
      String found = there ? "has " : "has no ";
      String rule = expected ? " names" : " leaves out";
      findings.add(
          path, found + element + ", which a statement of kind " + kind + rule + ": correct it");
    }
  }

  public StatementId id(Statement statement) {
    return new StatementId(name, statement.index(), statement.sid());
  }

  /** How a statement that applies to the request takes part in the decision. */
  public Use use(Statement statement, AccessRequest request) {
    return new Use(id(statement), statement.actions(request), statement.resources(request));
  }

  /** The policy as it would be had the statement never been written. */
  public Policy without(Statement statement) {
    return new Policy(name, kind, document.without(statement));
  }
}
