package dev.sluice.local.aws.access;

import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.iam.request.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lets everybody do everything, as the administrator, and notes what each call needed. */
public final class OpenGate implements Gatekeeper {
  private final List<Access> asked = new ArrayList<>();

  /** What was needed so far. */
  public synchronized List<Access> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Principal caller(Optional<Signature> signature) {
    return Principal.administrator(LocalAws.ACCOUNT);
  }

  @Override
  public synchronized void require(Principal caller, Collection<Access> needed) {
    asked.addAll(needed);
  }

  @Override
  public void requireTrust(String roleArn, Principal caller) {}

  @Override
  public Credentials credentials(String roleArn, String session) {
    return new Credentials("key of " + roleArn, "secret", "token");
  }
}
