package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a JSON protocol. Runs on a thread of its own and may block. */
@FunctionalInterface
public interface JsonOperation {
  /**
   * Answers a request.
   *
   * @param input the request's body, an empty object if there was none
   * @return the answer's body; null for an empty object
   * @throws ServiceError for an error that AWS documents
   * @throws Exception for anything else, sent as InternalFailure with status 500
   */
  JsonNode call(ObjectNode input) throws Exception;
}
