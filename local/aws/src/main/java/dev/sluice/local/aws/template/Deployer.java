package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deploys an assembly: stack by stack, each resource after those that it refers to. */
public final class Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);

  private final Handlers handlers;
  private final DynamicReferences references;
  private final DeploymentState state;
  private final Consumer<String> progress;
  private final Map<String, JsonNode> exports = new LinkedHashMap<>();
  private final Map<String, Integer> notRun = new TreeMap<>();
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * A deployer for one deployment.
   *
   * @param handlers of all types that run
   * @param references values from secrets and parameters
   * @param stateFile remembers between deployments
   * @param progress takes lines for people
   */
  public Deployer(
      List<ResourceHandler> handlers,
      DynamicReferences references,
      java.nio.file.Path stateFile,
      Consumer<String> progress) {
    this.handlers = new Handlers(handlers);
    this.references = references;
    this.state = new DeploymentState(stateFile);
    this.progress = progress;
  }

  /**
   * Deploys.
   *
   * @throws DeploymentException naming stack, resource and remedy
   */
  public void deploy(Assembly assembly) {
    requireKnownTypes(assembly);
    AssetIndex assets = new AssetIndex(assembly.assets());
    try {
      for (Assembly.Stack stack : assembly.stacks()) {
        int resources = deploy(stack, assets);
        progress.accept("stack " + stack.name() + ": " + resources + " resources");
      }
      List<String> removed =
          state.retain(seen, stack -> assembly.whole() || assembly.names().contains(stack));
      if (!removed.isEmpty()) {
        progress.accept("no longer in the template, data kept: " + String.join(", ", removed));
      }
    } finally {
      state.save();
    }
    sayNotRun();
  }

  private void sayNotRun() {
    if (notRun.isEmpty()) {
      return;
    }
    Map<String, Integer> services = new TreeMap<>();
    notRun.forEach((type, count) -> services.merge(type.split("::")[1], count, Integer::sum));
    List<String> words = new ArrayList<>();
    services.forEach((service, count) -> words.add(count + " " + service));
    progress.accept("left to AWS, nothing to run here: " + String.join(", ", words));
    LOG.info("not run locally: {}", notRun);
  }

  private void requireKnownTypes(Assembly assembly) {
    List<String> unknown = new ArrayList<>();
    for (Assembly.Stack stack : assembly.stacks()) {
      for (Map.Entry<String, JsonNode> resource : stack.template().path("Resources").properties()) {
        String type = resource.getValue().path("Type").asText();
        if (!handlers.knows(type)) {
          unknown.add(stack.name() + "/" + resource.getKey() + " is of type " + type);
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new DeploymentException(
          String.join("; ", unknown)
              + ": this does not run locally and is not known to be left out safely. Take it out"
              + " of the local synthesis, or add a ResourceHandler for the type, or name the type"
              + " in not-run-locally.txt");
    }
  }

  private int deploy(Assembly.Stack stack, AssetIndex assets) {
    Scope scope = new Scope(stack, exports, references);
    Resolver resolver = new Resolver(scope);
    JsonNode resources = stack.template().path("Resources");
    int count = 0;
    for (String logicalId : DeploymentOrder.of(resources)) {
      JsonNode resource = resources.path(logicalId);
      try {
        if (resolver.holds(resource.get("Condition"))) {
          scope.add(logicalId, deploy(stack.name(), logicalId, resource, resolver, assets));
          count++;
        }
      } catch (DeploymentException e) {
        throw e;
      } catch (Exception e) {
        throw new DeploymentException(
            stack.name()
                + "/"
                + logicalId
                + " ("
                + resource.path("Type").asText()
                + "): "
                + (e.getMessage() == null ? e.toString() : e.getMessage()),
            e);
      }
    }
    export(stack, resolver);
    return count;
  }

  private Deployed deploy(
      String stack, String logicalId, JsonNode resource, Resolver resolver, AssetIndex assets)
      throws Exception {
    String type = resource.path("Type").asText();
    JsonNode given = resource.path("Properties");
    ObjectNode properties =
        given.isMissingNode() ? Json.object() : (ObjectNode) resolver.resolve(given);
    Map<String, JsonNode> metadata = new LinkedHashMap<>();
    resource.path("Metadata").properties().forEach(m -> metadata.put(m.getKey(), m.getValue()));
    String id = stack + "/" + logicalId;
    Resource described =
        new Resource(
            stack,
            logicalId,
            type,
            properties,
            metadata,
            state.changed(id, type, properties),
            state.previous(id),
            assets);
    ResourceHandler handler = handlers.of(type);
    if (handler == null) {
      notRun.merge(type, 1, Integer::sum);
      return NotRun.of(described);
    }
    Deployed deployed = handler.deploy(described);
    state.deployed(id, type, properties, deployed);
    seen.add(id);
    if (described.changed()) {
      // A later failure must not make this one be done again.
      state.save();
    }
    return deployed;
  }

  private void export(Assembly.Stack stack, Resolver resolver) {
    for (JsonNode output : stack.template().path("Outputs")) {
      if (output.has("Export") && resolver.holds(output.get("Condition"))) {
        String name = resolver.resolve(output.path("Export").path("Name")).asText();
        exports.put(name, resolver.resolve(output.path("Value")));
      }
    }
  }
}
