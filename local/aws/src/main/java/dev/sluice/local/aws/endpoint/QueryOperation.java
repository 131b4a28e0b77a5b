package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** One operation of the query protocol. */
@FunctionalInterface
public interface QueryOperation {
  /**
   * Answers a request.
   *
   * @param form the request's fields
   * @return the result element's content, written as XML: objects as elements, arrays as {@code
   *     member} elements; null where the operation has no result
   * @throws ServiceError for an error that AWS documents
   * @throws Exception for anything else, sent as InternalFailure with status 500
   */
  ObjectNode call(Map<String, String> form) throws Exception;
}
