package dev.sluice.local.aws.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.iam.decision.Decision;
import dev.sluice.local.iam.decision.Evaluation;
import dev.sluice.local.iam.decision.Rule;
import dev.sluice.local.iam.managed.ManagedPolicies;
import dev.sluice.local.iam.policy.Policy;
import dev.sluice.local.iam.policy.PolicyDocument;
import dev.sluice.local.iam.policy.PolicyKind;
import dev.sluice.local.iam.request.AccessRequest;
import dev.sluice.local.iam.request.Principal;
import dev.sluice.local.iam.request.RoleSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides every call by the policies of the deployed templates, as IAM does, and keeps a ledger of
 * what was used and refused. Thread-safe.
 *
 * <p>Loopback counts as TLS: on AWS the same clients use it.
 */
public final class Permissions implements Gatekeeper {
  private static final Map<String, List<String>> ALWAYS =
      Map.of(
          "aws:SecureTransport", List.of("true"),
          "s3:TlsVersion", List.of("1.3"),
          "aws:RequestedRegion", List.of(LocalAws.REGION));

  private final Callers callers = new Callers();
  private final Roles roles = new Roles();
  private final ResourcePolicies resources = new ResourcePolicies();
  private final Encryption encryption = new Encryption();
  private final Ledger ledger;

  /** Without roles and policies: nobody but the administrator may do anything. */
  public Permissions(Ledger ledger) {
    this.ledger = ledger;
    ledger.roles(roles);
  }

  /** Which resources are encrypted with a customer's key. */
  public Encryption encryption() {
    return encryption;
  }

  /** Names of the deployed roles. */
  public List<String> roleNames() {
    return roles.all().stream().map(Role::name).toList();
  }

  /** The ARN of a deployed role, by its name or an ARN that ends in it. */
  public Optional<String> roleArn(String role) {
    return roles.find(role).map(Role::arn);
  }

  /** Adds a role, or replaces it with one without policies. */
  void role(String name, String arn, JsonNode trust) {
    roles.put(new Role(name, arn, new Policy(name, PolicyKind.TRUST, PolicyDocument.parse(trust))));
    ledger.granted();
  }

  /** Gives a role a policy. */
  void attach(String role, String policy, JsonNode document) {
    Role found = roles.get(role);
    found.attach(SinglePolicy.of(found.name(), policy, document));
    ledger.granted();
  }

  /** Gives a role a policy that AWS wrote. */
  void attachManaged(String role, String policyArn) {
    Policy policy = ManagedPolicies.get(policyArn);
    roles.get(role).attach(new SinglePolicy(policy, unlisted(policy)));
  }

  private static List<Grant> unlisted(Policy policy) {
    return java.util.Collections.nCopies(policy.document().statements().size(), null);
  }

  /** Adds to the policy of a resource. */
  void resourcePolicy(String arn, PolicyKind kind, JsonNode document) {
    resources.add(arn, kind, document);
  }

  @Override
  public Principal caller(Optional<Signature> signature) {
    Signature signed = signature.orElseThrow(UnknownCaller::unsigned);
    return callers
        .who(signed.accessKeyId(), signed.sessionToken())
        .orElseThrow(UnknownCaller::unrecognized);
  }

  @Override
  public Credentials credentials(String roleArn, String session) {
    return callers.of(roleArn, session);
  }

  @Override
  public void require(Principal caller, Collection<Access> needed) {
    for (Access access : needed) {
      judge(caller, access);
      for (Access use : encryption.keyUse(access)) {
        judge(caller, use);
      }
    }
  }

  private void judge(Principal caller, Access access) {
    Rule rule = access.service().equals("kms") ? Rule.KMS_KEY : Rule.ORDINARY;
    judge(caller, access, resources.of(access.resource()), rule);
  }

  private void judge(Principal caller, Access access, Optional<Policy> resource, Rule rule) {
    Map<String, List<String>> context = new HashMap<>(ALWAYS);
    context.putAll(access.context());
    AccessRequest request = new AccessRequest(caller, access.action(), access.resource(), context);
    Optional<Role> role =
        caller instanceof RoleSession session ? roles.find(session.roleArn()) : Optional.empty();
    Decision decision =
        Evaluation.decide(request, role.map(Role::policies).orElse(List.of()), resource, rule);
    role.ifPresent(known -> ledger.add(known, decision, access));
    if (!decision.allowed()) {
      throw new AccessDenied(decision.refusal(), access);
    }
  }

  @Override
  public void requireTrust(String roleArn, Principal caller) {
    Role role = roles.get(roleArn);
    Access access =
        Access.to("sts:AssumeRole", role.arn()).when("aws:SourceAccount", LocalAws.ACCOUNT);
    judge(caller, access, Optional.of(role.trust()), Rule.ASSUME_ROLE);
  }
}
