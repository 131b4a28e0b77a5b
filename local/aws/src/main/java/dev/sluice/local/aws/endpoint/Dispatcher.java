package dev.sluice.local.aws.endpoint;

import dev.sluice.local.aws.access.Gatekeeper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the operation that a request means: by X-Amz-Target, by route, by form Action. */
final class Dispatcher {
  private final JsonProtocol json;
  private final QueryProtocol query;
  private final List<Route> routes;

  Dispatcher(
      Gatekeeper gate, List<JsonService> json, List<QueryService> query, List<Route> routes) {
    this.json = new JsonProtocol(gate, json);
    this.query = new QueryProtocol(gate, query);
    this.routes = List.copyOf(routes);
  }

  Route.Answer answer(Route.Request request) {
    String target = request.header("x-amz-target");
    if (target != null) {
      return json.answer(target, request);
    }
    for (Route route : routes) {
      if (route.matches(request.method(), request.path())) {
        return json.answer(route, request);
      }
    }
    Map<String, String> form = form(request);
    if (form.containsKey("Action")) {
      return query.answer(form, request.signature());
    }
    return json.unknown(
        request.method() + " " + request.path() + " is no operation of the local AWS");
  }

  private static Map<String, String> form(Route.Request request) {
    Map<String, String> form = new LinkedHashMap<>();
    request.query().forEach((name, values) -> form.put(name, values.get(0)));
    String type = request.header("content-type");
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      Requests.fields(new String(request.body(), StandardCharsets.UTF_8))
          .forEach((name, values) -> form.put(name, values.get(0)));
    }
    return form;
  }
}
