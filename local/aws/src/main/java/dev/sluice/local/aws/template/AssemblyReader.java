package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.local.aws.account.LocalAws;
import dev.sluice.local.base.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what cdk synth wrote, artifact by artifact, each after those that it depends on. */
final class AssemblyReader {
  private static final String STACK = "aws:cloudformation:stack";
  private static final String ASSETS = "cdk:asset-manifest";

  private final Path directory;
  private JsonNode artifacts;
  private final Map<String, Assembly.Stack> stacks = new LinkedHashMap<>();
  private final Map<String, List<Assembly.FileAsset>> assets = new LinkedHashMap<>();

  AssemblyReader(Path directory) {
    this.directory = directory;
  }

  Assembly read() {
    Path manifest = directory.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalArgumentException(
          directory + " is no cloud assembly: it has no manifest.json; run cdk synth first");
    }
    artifacts = Json.read(manifest).path("artifacts");
    Set<String> order = new LinkedHashSet<>();
    artifacts.fieldNames().forEachRemaining(id -> visit(id, order, new LinkedHashSet<>()));
    order.forEach(this::read);
    if (stacks.isEmpty()) {
      throw new IllegalArgumentException(directory + " has no stacks; run cdk synth again");
    }
    Map<String, List<Assembly.FileAsset>> loose = new LinkedHashMap<>(assets);
    stacks.keySet().forEach(id -> dependencies(id).forEach(loose::remove));
    return new Assembly(
        List.copyOf(stacks.values()), loose.values().stream().flatMap(List::stream).toList());
  }

  private List<String> dependencies(String id) {
    List<String> ids = new ArrayList<>();
    artifacts.path(id).path("dependencies").forEach(dependency -> ids.add(dependency.asText()));
    return ids;
  }

  private void visit(String id, Set<String> order, Set<String> path) {
    if (order.contains(id)) {
      return;
    }
    if (!path.add(id)) {
      throw new IllegalArgumentException("artifacts depend on each other in a circle: " + path);
    }
    dependencies(id).forEach(dependency -> visit(dependency, order, path));
    path.remove(id);
    order.add(id);
  }

  private void read(String id) {
    JsonNode artifact = artifacts.path(id);
    JsonNode properties = artifact.path("properties");
    switch (artifact.path("type").asText()) {
      case STACK -> stacks.put(id, stack(id, properties));
      case ASSETS -> assets.put(id, assets(properties.path("file").asText()));
      case "cdk:cloud-assembly" ->
          throw new IllegalArgumentException(
              "artifact " + id + " is a nested assembly (a Stage), which does not run locally");
      default -> {}
    }
  }

  private Assembly.Stack stack(String id, JsonNode properties) {
    Set<String> needed = new LinkedHashSet<>();
    List<Assembly.FileAsset> own = new ArrayList<>();
    for (String dependency : dependencies(id)) {
      if (stacks.containsKey(dependency)) {
        needed.add(stacks.get(dependency).name());
      }
      own.addAll(assets.getOrDefault(dependency, List.of()));
    }
    JsonNode template = Json.read(directory.resolve(properties.path("templateFile").asText()));
    return new Assembly.Stack(properties.path("stackName").asText(id), template, needed, own);
  }

  private List<Assembly.FileAsset> assets(String file) {
    List<Assembly.FileAsset> found = new ArrayList<>();
    JsonNode manifest = Json.read(directory.resolve(file));
    for (JsonNode asset : manifest.path("files")) {
      Path source = directory.resolve(asset.path("source").path("path").asText());
      boolean zip = asset.path("source").path("packaging").asText().equals("zip");
      for (JsonNode destination : asset.path("destinations")) {
        found.add(
            new Assembly.FileAsset(
                local(destination.path("bucketName").asText()),
                local(destination.path("objectKey").asText()),
                source,
                zip));
      }
    }
    if (!manifest.path("dockerImages").isEmpty()) {
      throw new IllegalArgumentException(
          file + " has container images, which do not run locally; use a jar or zip asset");
    }
    return found;
  }

  private static String local(String name) {
    return name.replace("${AWS::AccountId}", LocalAws.ACCOUNT)
        .replace("${AWS::Region}", LocalAws.REGION)
        .replace("${AWS::Partition}", LocalAws.PARTITION);
  }
}
