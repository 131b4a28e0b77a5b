package dev.sluice.local.aws.services.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.aws.endpoint.Route;
import dev.sluice.local.aws.spi.FunctionInvoker;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Custom resources backed by a function: invoked when the properties changed since the last
 * success, otherwise left alone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">requests
 *     and responses</a>
 */
public final class CustomResources implements ResourceHandler {
  private static final long DEFAULT_TIMEOUT_SECONDS = 3600;

  private final LocalContext context;
  private final ResponseRoute responses;

  /**
   * A handler.
   *
   * @param endpoint base address that functions answer to
   */
  public CustomResources(LocalContext context, String endpoint) {
    this.context = context;
    this.responses = new ResponseRoute(endpoint);
  }

  /** Takes the functions' answers. */
  public Route route() {
    return responses;
  }

  @Override
  public String type() {
    return "AWS::CloudFormation::CustomResource";
  }

  @Override
  public Deployed deploy(Resource resource) throws Exception {
    if (!resource.changed() && resource.previous() != null) {
      return resource.previous();
    }
    String function = resource.required("ServiceToken");
    if (!function.startsWith("arn:aws:lambda:")) {
      throw new IllegalArgumentException(
          "ServiceToken is the ARN of a function locally, found " + function);
    }
    context.progress(resource.logicalId() + ": running " + LocalAws.nameOf(function));
    ResponseRoute.Pending pending = responses.expect();
    ObjectNode event = event(resource, pending.url());
    FunctionInvoker.Answer answer =
        context.functions().invoke(function, event).toCompletableFuture().get();
    if (answer.functionError() != null) {
      // CloudFormation would wait an hour for an answer that cannot come.
      throw new IllegalStateException(
          LocalAws.nameOf(function)
              + " failed: "
              + answer.payload().path("errorMessage").asText(answer.payload().toString()));
    }
    return deployed(resource, function, response(pending, resource, function));
  }

  private static JsonNode response(
      ResponseRoute.Pending pending, Resource resource, String function) throws Exception {
    String seconds = resource.text("ServiceTimeout");
    long timeout = seconds == null ? DEFAULT_TIMEOUT_SECONDS : Long.parseLong(seconds);
    try {
      return pending.response().get(timeout, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          LocalAws.nameOf(function) + " sent no answer to its ResponseURL in " + timeout + " s", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    }
  }

  private static ObjectNode event(Resource resource, String url) {
    boolean update = resource.previous() != null;
    ObjectNode event = Json.object().put("RequestType", update ? "Update" : "Create");
    event.put("ServiceToken", resource.text("ServiceToken")).put("ResponseURL", url);
    event.put("StackId", LocalAws.arn("cloudformation", "stack/" + resource.stack() + "/local"));
    event.put("RequestId", UUID.randomUUID().toString());
    event.put("LogicalResourceId", resource.logicalId());
    event.put("ResourceType", resource.type());
    if (update) {
      event.put("PhysicalResourceId", resource.previous().ref());
      event.putObject("OldResourceProperties");
    }
    event.set("ResourceProperties", strings(resource.properties()));
    return event;
  }

  /** CloudFormation sends every scalar as text. */
  private static JsonNode strings(JsonNode node) {
    if (node.isArray()) {
      var array = Json.array();
      node.forEach(item -> array.add(strings(item)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = Json.object();
      node.properties().forEach(field -> object.set(field.getKey(), strings(field.getValue())));
      return object;
    }
    return TextNode.valueOf(node.asText());
  }

  private static Deployed deployed(Resource resource, String function, JsonNode response) {
    if (!response.path("Status").asText().equals("SUCCESS")) {
      throw new IllegalStateException(
          LocalAws.nameOf(function)
              + " answered "
              + response.path("Status").asText("without a status")
              + ": "
              + response.path("Reason").asText("no reason given"));
    }
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    response.path("Data").properties().forEach(d -> attributes.put(d.getKey(), d.getValue()));
    String id = response.path("PhysicalResourceId").asText();
    return new Deployed(id.isEmpty() ? resource.logicalId() : id, attributes);
  }
}
