package dev.sluice.local.iam.request;

import dev.sluice.local.iam.pattern.Arn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** That somebody wants to do something with a resource. Immutable. */
public final class AccessRequest {
  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");

  private final Principal principal;
  private final String action;
  private final String actionInSmallLetters;
  private final String resource;
  private final Arn arn;
  private final Context context;

  /**
   * A request.
   *
   * @param action with its service, for example {@code s3:GetObject}
   * @param resource an ARN, or {@code *} where the action has no resource
   * @param keys what it carries for conditions beside what follows from the principal; a key with
   *     no values counts as missing
   * @throws IllegalArgumentException where action or resource have another form
   */
  public AccessRequest(
      Principal principal, String action, String resource, Map<String, List<String>> keys) {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException(
          "found the action '" + action + "', expected service:Action");
    }
    this.principal = principal;
    this.action = action;
    this.actionInSmallLetters = action.toLowerCase(Locale.ROOT);
    this.resource = resource;
    this.arn = resource.equals("*") ? null : Arn.of(resource);
    this.context = new Context(principal, keys);
  }

  public Principal principal() {
    return principal;
  }

  public String action() {
    return action;
  }

  /** As patterns are compared with it. */
  public String actionInSmallLetters() {
    return actionInSmallLetters;
  }

  /** The part of the action before its colon, in small letters. */
  public String service() {
    return actionInSmallLetters.substring(0, actionInSmallLetters.indexOf(':'));
  }

  public String resource() {
    return resource;
  }

  /** Null where the action has no resource. */
  public Arn arn() {
    return arn;
  }

  public Context context() {
    return context;
  }

  @Override
  public String toString() {
    return principal.name() + " " + action + " " + resource;
  }
}
