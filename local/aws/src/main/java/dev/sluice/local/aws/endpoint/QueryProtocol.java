package dev.sluice.local.aws.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.access.Signature;
import dev.sluice.local.aws.access.UnknownCaller;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.iam.request.Principal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AWS query: forms in, XML out.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">the protocol</a>
 */
final class QueryProtocol {
  private static final Logger LOG = LoggerFactory.getLogger(QueryProtocol.class);

  private final Gatekeeper gate;
  private final List<QueryService> services;

  QueryProtocol(Gatekeeper gate, List<QueryService> services) {
    this.gate = gate;
    this.services = List.copyOf(services);
  }

  Route.Answer answer(Map<String, String> form, Optional<Signature> signature) {
    String action = form.get("Action");
    QueryService service = serviceOf(action, form.get("Version"));
    if (service == null) {
      String message = action + " is not available locally";
      return error("http://webservices.amazon.com/", new ServiceError("InvalidAction", message));
    }
    try {
      Principal caller = gate.caller(signature);
      gate.require(caller, service.access().of(action, form));
      ObjectNode result = service.operations().get(action).call(form, caller);
      ObjectNode response = Json.object();
      if (result != null) {
        response.set(action + "Result", result);
      }
      response.putObject("ResponseMetadata").put("RequestId", UUID.randomUUID().toString());
      return xml(200, Xml.document(action + "Response", service.namespace(), response));
    } catch (UnknownCaller e) {
      String code = e.isUnsigned() ? "MissingAuthenticationToken" : "InvalidClientTokenId";
      return error(service.namespace(), new ServiceError(code, e.getMessage(), 403));
    } catch (AccessDenied e) {
      return error(
          service.namespace(), new ServiceError(service.deniedCode(), e.getMessage(), 403));
    } catch (ServiceError e) {
      return error(service.namespace(), e);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      LOG.error("{} {} failed", service.name(), action, e);
      String message = service.name() + " " + action + " failed: " + e;
      return error(service.namespace(), new ServiceError("InternalFailure", message, 500));
    }
  }

  /** The API version tells apart services that share an action's name. */
  private QueryService serviceOf(String action, String version) {
    for (QueryService service : services) {
      if (service.operations().containsKey(action)
          && (version == null || service.namespace().contains(version))) {
        return service;
      }
    }
    return null;
  }

  private static Route.Answer error(String namespace, ServiceError error) {
    ObjectNode response = Json.object();
    ObjectNode body = response.putObject("Error");
    body.put("Type", error.status() < 500 ? "Sender" : "Receiver");
    body.put("Code", error.code());
    body.put("Message", error.getMessage());
    response.put("RequestId", UUID.randomUUID().toString());
    return xml(error.status(), Xml.document("ErrorResponse", namespace, response));
  }

  private static Route.Answer xml(int status, String document) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "text/xml");
    headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
    return new Route.Answer(status, headers, document.getBytes(StandardCharsets.UTF_8));
  }
}
