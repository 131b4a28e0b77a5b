package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.json.Json;

/** Where job runs and crawls get the credentials by which they call AWS. */
@FunctionalInterface
public interface RunCredentials {
  /** The credentials that every local service accepts, whatever the role. */
  RunCredentials SAME_FOR_ALL =
      role ->
          Json.object()
              .put("accessKeyId", LocalAws.ACCESS_KEY)
              .put("secretAccessKey", LocalAws.SECRET_KEY)
              .put("sessionToken", LocalAws.SECRET_KEY);

  /**
   * Credentials of a role. They should be the same from call to call as long as they are valid: the
   * worker makes S3 clients for each that it has not seen yet, which takes its time.
   *
   * @param role ARN or name, as the job or crawler was defined with
   * @return {@code {"accessKeyId", "secretAccessKey", "sessionToken"}}, all of them texts
   */
  ObjectNode of(String role);
}
