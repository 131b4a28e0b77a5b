package dev.sluice.local.aws.services.sts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.access.Callers;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Permissions;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.QueryService;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.request.Administrator;
import dev.sluice.local.iam.request.Principal;
import dev.sluice.local.iam.request.RoleSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who am I, and whom may I be? */
public final class StsService implements LocalService {
  private static final List<Access> NONE = List.of();
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final Permissions permissions;

  /** Over the roles of the templates. */
  public StsService(Permissions permissions) {
    this.permissions = permissions;
  }

  @Override
  public String name() {
    return "sts";
  }

  @Override
  public List<QueryService> queryServices() {
    return List.of(
        new QueryService(
                "STS", "https://sts.amazonaws.com/doc/2011-06-15/", "AccessDenied", (o, f) -> NONE)
            .callerOperation("GetCallerIdentity", (form, caller) -> identity(caller))
            .callerOperation("AssumeRole", this::assume));
  }

  private static ObjectNode identity(Principal caller) {
    String id = caller.keys().getOrDefault("aws:userid", LocalAws.ACCOUNT);
    return Json.object()
        .put("Arn", caller.name())
        .put("UserId", id)
        .put("Account", LocalAws.ACCOUNT);
  }

  /**
   * The administrator may be any role here, to try what it may do; on AWS the roles of services
   * trust their service alone. Others need to be trusted as there.
   */
  private ObjectNode assume(Map<String, String> form, Principal caller) {
    String asked = form.getOrDefault("RoleArn", "");
    String session = form.getOrDefault("RoleSessionName", "");
    if (asked.isEmpty() || session.isEmpty()) {
      throw new ServiceError("ValidationError", "RoleArn and RoleSessionName are needed");
    }
    String role =
        permissions
            .roleArn(asked)
            .orElseThrow(
                () ->
                    new ServiceError(
                        "AccessDenied",
                        "there is no role "
                            + asked
                            + " in what is deployed here; there are "
                            + String.join(", ", permissions.roleNames()),
                        403));
    if (!(caller instanceof Administrator)) {
      permissions.requireTrust(role, caller);
    }
    Credentials credentials = permissions.credentials(role, session);
    RoleSession principal = (RoleSession) Callers.session(role, session);
    ObjectNode result = Json.object();
    result
        .putObject("Credentials")
        .put("AccessKeyId", credentials.accessKeyId())
        .put("SecretAccessKey", credentials.secretAccessKey())
        .put("SessionToken", credentials.sessionToken())
        .put("Expiration", Instant.now().plus(LIFETIME).toString());
    result
        .putObject("AssumedRoleUser")
        .put("AssumedRoleId", principal.roleId() + ":" + principal.sessionName())
        .put("Arn", principal.sessionArn());
    return result;
  }
}
