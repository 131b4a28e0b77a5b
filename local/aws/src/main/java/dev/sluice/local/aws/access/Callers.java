package dev.sluice.local.aws.access;

import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.iam.request.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose access key is whose. Credentials of a role last as long as this process, since nothing that
 * it starts outlives it. Thread-safe.
 *
 * <p>The session token is what proves a role: it cannot be guessed. Signatures are not computed
 * again.
 */
public final class Callers {
  /** Signs for the person at the command line. */
  public static final Credentials ADMINISTRATOR =
      new Credentials(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY, null);

  private static final String KEY_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int KEY_LENGTH = 16;
  private static final int MAX_SESSION = 64;

  private final Principal administrator;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> byKey = new LinkedHashMap<>();
  private final Map<Principal, Credentials> issued = new LinkedHashMap<>();

  private record Session(Principal principal, String token) {}

  /** Knows the administrator. */
  public Callers() {
    administrator = Principal.administrator(LocalAws.ACCOUNT);
  }

  /** The person at the command line, and the runtime itself. */
  public Principal administrator() {
    return administrator;
  }

  /**
   * Credentials of a role's session, the same whenever they are asked for.
   *
   * @param session name as the service gives it, for Lambda the function's
   */
  public synchronized Credentials of(String roleArn, String session) {
    Principal principal = session(roleArn, session);
    return issued.computeIfAbsent(principal, this::issue);
  }

  /**
   * A role's session as a principal.
   *
   * @param roleArn or the role's name, as Glue takes it
   * @param session cut to the 64 characters that AWS allows
   */
  public static Principal session(String roleArn, String session) {
    if (roleArn == null) {
      throw new IllegalArgumentException(
          "found no role to act as, expected the ARN of one: give the state machine a roleArn");
    }
    String role =
        roleArn.startsWith("arn:")
            ? roleArn
            : "arn:" + LocalAws.PARTITION + ":iam::" + LocalAws.ACCOUNT + ":role/" + roleArn;
    String name = session.replaceAll("[^\\w+=,.@-]", "-");
    String cut = name.length() > MAX_SESSION ? name.substring(0, MAX_SESSION) : name;
    String arn =
        "arn:"
            + LocalAws.PARTITION
            + ":sts::"
            + LocalAws.ACCOUNT
            + ":assumed-role/"
            + LocalAws.nameOf(roleArn)
            + "/"
            + cut;
    return Principal.roleSession(role, arn);
  }

  private Credentials issue(Principal principal) {
    StringBuilder id = new StringBuilder("ASIA");
    for (int i = 0; i < KEY_LENGTH; i++) {
      id.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
    }
    Credentials credentials = new Credentials(id.toString(), secret(30), secret(60));
    byKey.put(credentials.accessKeyId(), new Session(principal, credentials.sessionToken()));
    return credentials;
  }

  private String secret(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return Base64.getEncoder().encodeToString(value);
  }

  /**
   * Who signs with that key.
   *
   * @param sessionToken null where none was sent
   * @return empty where the key is unknown or its token is another
   */
  public synchronized Optional<Principal> who(String accessKeyId, String sessionToken) {
    if (accessKeyId.equals(ADMINISTRATOR.accessKeyId())) {
      return Optional.of(administrator);
    }
    Session session = byKey.get(accessKeyId);
    return session == null || !session.token().equals(sessionToken)
        ? Optional.empty()
        : Optional.of(session.principal());
  }
}
