package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.UnknownCaller;
import dev.sluice.local.base.file.DamagedFile;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.request.Principal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AWS JSON 1.0 and 1.1, and the errors of REST-JSON.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">the protocol</a>
 */
final class JsonProtocol {
  private static final Logger LOG = LoggerFactory.getLogger(JsonProtocol.class);
  private static final String DEFAULT_TYPE = "application/x-amz-json-1.1";

  private final Gatekeeper gate;
  private final Map<String, JsonService> services = new LinkedHashMap<>();

  JsonProtocol(Gatekeeper gate, List<JsonService> services) {
    this.gate = gate;
    for (JsonService service : services) {
      if (this.services.putIfAbsent(service.target(), service) != null) {
        throw new IllegalArgumentException("two services answer to " + service.target());
      }
    }
  }

  Route.Answer answer(String target, Route.Request request) {
    int dot = target.lastIndexOf('.');
    JsonService service = services.get(dot < 0 ? target : target.substring(0, dot));
    if (service == null) {
      return unknown(target + " belongs to a service that is not available locally");
    }
    String name = target.substring(dot + 1);
    JsonOperation operation = service.operations().get(name);
    if (operation == null) {
      return unknown(
          service.name()
              + " "
              + name
              + " is not available locally; available: "
              + String.join(", ", service.operations().keySet()));
    }
    try {
      Principal caller = gate.caller(request.signature());
      ObjectNode input = input(request);
      gate.require(caller, service.access().of(name, input));
      JsonNode output = operation.call(input);
      return answer(200, service.contentType(), output == null ? Json.object() : output, null);
    } catch (UnknownCaller e) {
      return error(service.contentType(), unknown(e));
    } catch (AccessDenied e) {
      return error(service.contentType(), service.denied(e));
    } catch (ServiceError e) {
      return error(service.contentType(), e);
    } catch (Exception e) {
      return failure(service.contentType(), service.name() + " " + name, e);
    }
  }

  Route.Answer answer(Route route, Route.Request request) {
    try {
      if (route.signed()) {
        gate.require(gate.caller(request.signature()), route.access(request));
      }
      return route.answer(request);
    } catch (UnknownCaller e) {
      return error("application/json", unknown(e));
    } catch (AccessDenied e) {
      return error(
          "application/json", new ServiceError("AccessDeniedException", e.getMessage(), 403));
    } catch (ServiceError e) {
      return error("application/json", e);
    } catch (Exception e) {
      return failure("application/json", request.method() + " " + request.path(), e);
    }
  }

  Route.Answer unknown(String message) {
    return error(DEFAULT_TYPE, new ServiceError("UnknownOperationException", message));
  }

  private static ServiceError unknown(UnknownCaller caller) {
    return new ServiceError(
        caller.isUnsigned() ? "MissingAuthenticationTokenException" : "UnrecognizedClientException",
        caller.getMessage(),
        403);
  }

  private static ObjectNode input(Route.Request request) {
    try {
      JsonNode body = request.body().length == 0 ? Json.object() : Json.parse(request.body());
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new ServiceError(
          "SerializationException", "the request is not JSON: " + e.getMessage());
    }
    throw new ServiceError("SerializationException", "the request is not a JSON object");
  }

  private static Route.Answer failure(String type, String what, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    LOG.error("{} failed", what, e);
    String said = e instanceof DamagedFile ? e.getMessage() : e.toString();
    return error(type, new ServiceError("InternalFailure", what + " failed: " + said, 500));
  }

  private static Route.Answer error(String type, ServiceError error) {
    ObjectNode body = Json.object().put("__type", error.code());
    body.put("message", error.getMessage());
    return answer(error.status(), type, body, error.code());
  }

  private static Route.Answer answer(int status, String type, JsonNode body, String error) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
    if (error != null) {
      headers.put("x-amzn-ErrorType", error);
    }
    return new Route.Answer(status, headers, Json.bytes(body));
  }
}
