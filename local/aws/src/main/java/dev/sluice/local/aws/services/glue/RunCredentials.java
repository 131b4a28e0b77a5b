package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.Credentials;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.base.json.Json;

/** Where job runs and crawls get the credentials by which they call AWS. */
@FunctionalInterface
public interface RunCredentials {
  /**
   * Of sessions of one name.
   *
   * @param session as Glue calls its sessions
   */
  static RunCredentials of(Gatekeeper gate, String session) {
    return role -> {
      Credentials credentials = gate.credentials(role, session);
      return Json.object()
          .put("accessKeyId", credentials.accessKeyId())
          .put("secretAccessKey", credentials.secretAccessKey())
          .put("sessionToken", credentials.sessionToken());
    };
  }

  /**
   * Credentials of a role. They should be the same from call to call as long as they are valid: the
   * worker makes S3 clients for each that it has not seen yet, which takes its time.
   *
   * @param role ARN or name, as the job or crawler was defined with
   * @return {@code {"accessKeyId", "secretAccessKey", "sessionToken"}}, all of them texts
   */
  ObjectNode of(String role);
}
