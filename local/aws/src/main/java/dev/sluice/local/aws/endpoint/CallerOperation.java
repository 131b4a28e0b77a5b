package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.iam.request.Principal;
import java.util.Map;

/** A {@link QueryOperation} whose answer depends on who asks. */
@FunctionalInterface
public interface CallerOperation {
  /** Answers, as {@link QueryOperation#call}. */
  ObjectNode call(Map<String, String> form, Principal caller) throws Exception;
}
