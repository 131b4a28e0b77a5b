package dev.sluice.local.aws.services.custom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.access.Access;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.endpoint.ServiceError;
import dev.sluice.local.base.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Where a custom resource's function PUTs its answer. */
final class ResponseRoute implements Route {
  private static final String PATH = "/cloudformation-response/";

  private final String endpoint;
  private final Map<String, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();

  ResponseRoute(String endpoint) {
    this.endpoint = endpoint;
  }

  record Pending(String url, CompletableFuture<JsonNode> response) {}

  Pending expect() {
    String id = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> response = new CompletableFuture<>();
    pending.put(id, response);
    return new Pending(endpoint + PATH + id, response);
  }

  @Override
  public boolean matches(String method, String path) {
    return method.equals("PUT") && path.startsWith(PATH);
  }

  @Override
  public boolean signed() {
    return false;
  }

  @Override
  public List<Access> access(Request request) {
    return List.of();
  }

  @Override
  public Answer answer(Request request) throws Exception {
    CompletableFuture<JsonNode> response = pending.remove(request.path().substring(PATH.length()));
    if (response == null) {
      throw new ServiceError("NoSuchKey", "this response was given already", 404);
    }
    response.complete(Json.parse(request.body()));
    return new Answer(200, Map.of(), new byte[0]);
  }
}
