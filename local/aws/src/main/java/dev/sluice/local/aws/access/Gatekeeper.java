package dev.sluice.local.aws.access;

import dev.sluice.local.iam.request.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Lets calls in, or not. Thread-safe. */
public interface Gatekeeper {
  /**
   * Who calls.
   *
   * @param signature empty for a request that is not signed
   * @throws UnknownCaller where nobody is known by it
   */
  Principal caller(Optional<Signature> signature);

  /**
   * Checks that a caller may do all of it.
   *
   * @throws AccessDenied at the first that is not allowed, in AWS's words
   */
  void require(Principal caller, Collection<Access> needed);

  /** {@link #require(Principal, Collection)} of a role's session. */
  default void require(String roleArn, String session, Access... needed) {
    require(Callers.session(roleArn, session), List.of(needed));
  }

  /**
   * Checks that a role may be assumed.
   *
   * @throws AccessDenied where its trust policy does not allow it
   */
  void requireTrust(String roleArn, Principal caller);

  /** {@link #requireTrust(String, Principal)} of a service, e.g. {@code glue.amazonaws.com}. */
  default void requireTrust(String roleArn, String service) {
    requireTrust(roleArn, Principal.service(service));
  }

  /** What signs the calls of a role's session. */
  Credentials credentials(String roleArn, String session);
}
