package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.file.DurableFile;
import dev.sluice.local.base.hash.Digest;
import dev.sluice.local.base.json.Json;
import dev.sluice.local.base.json.StateJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was deployed before, in one file: of each resource its type, a fingerprint of its properties
 * (which may hold secrets, and so are not kept), and its names.
 */
public final class DeploymentState {
  private final Path file;
  private final ObjectNode resources;

  DeploymentState(Path file) {
    this.file = file;
    this.resources =
        StateJson.read(
            file,
            "Delete it: the next start deploys everything anew; executions, files and tables stay.");
  }

  /** Null if the resource was never deployed. */
  Deployed previous(String id) {
    JsonNode entry = resources.get(id);
    if (entry == null) {
      return null;
    }
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    entry.path("attributes").properties().forEach(a -> attributes.put(a.getKey(), a.getValue()));
    return new Deployed(entry.path("ref").asText(), attributes);
  }

  boolean changed(String id, String type, JsonNode properties) {
    JsonNode entry = resources.path(id);
    return !entry.path("type").asText().equals(type)
        || !entry.path("fingerprint").asText().equals(fingerprint(properties));
  }

  void deployed(String id, String type, JsonNode properties, Deployed deployed) {
    ObjectNode entry = Json.object().put("type", type).put("fingerprint", fingerprint(properties));
    entry.put("ref", deployed.ref());
    entry.putObject("attributes").setAll(new LinkedHashMap<>(deployed.attributes()));
    resources.set(id, entry);
  }

  /** The stacks that were deployed with this state, also those that were left out since. */
  public static Set<String> stacks(Path file) {
    Set<String> stacks = new LinkedHashSet<>();
    new DeploymentState(file).resources.fieldNames().forEachRemaining(id -> stacks.add(stack(id)));
    return stacks;
  }

  /**
   * What {@code Ref} gives of all resources of a type that were deployed with this state, also of
   * stacks that were left out since.
   */
  public static Set<String> refs(Path file, String type) {
    Set<String> refs = new LinkedHashSet<>();
    for (JsonNode entry : new DeploymentState(file).resources) {
      if (entry.path("type").asText().equals(type)) {
        refs.add(entry.path("ref").asText());
      }
    }
    return refs;
  }

  private static String stack(String id) {
    return id.substring(0, id.indexOf('/'));
  }

  /**
   * Forgets what is not among the ids and says what that was.
   *
   * @param concerned tells of which stacks; what others had is kept
   */
  List<String> retain(Set<String> ids, Predicate<String> concerned) {
    List<String> removed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : List.copyOf(resources.properties())) {
      if (!ids.contains(entry.getKey()) && concerned.test(stack(entry.getKey()))) {
        removed.add(entry.getKey() + " (" + entry.getValue().path("type").asText() + ")");
        resources.remove(entry.getKey());
      }
    }
    return removed;
  }

  void save() {
    DurableFile.write(file, Json.bytes(resources));
  }

  private static String fingerprint(JsonNode properties) {
    return Digest.sha256(Json.bytes(properties));
  }
}
