package dev.sluice.local.aws.services.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/** Delivers to one kind of target. Does not block. */
public interface TargetSender {
  /** True for ARNs of its kind. */
  boolean handles(String arn);

  /**
   * Sends once; completes exceptionally if the target refused and the sending may be repeated.
   *
   * @throws dev.sluice.local.aws.access.AccessDenied where the sender may not, which repeating does
   *     not change
   */
  CompletionStage<Void> send(Sender sender, String arn, JsonNode input);
}
