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

/**
 * A CDK cloud assembly: stacks in the order in which they deploy, and file assets.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html">cloud assemblies</a>
 */
public final class Assembly {
  private final List<Stack> stacks;
  private final List<FileAsset> assets;

  private Assembly(List<Stack> stacks, List<FileAsset> assets) {
    this.stacks = List.copyOf(stacks);
    this.assets = List.copyOf(assets);
  }

  /** One stack. */
  public record Stack(String name, JsonNode template) {}

  /**
   * One file asset.
   *
   * @param directory true where CDK would zip it
   */
  public record FileAsset(String bucket, String key, Path file, boolean directory) {}

  /**
   * Reads the assembly.
   *
   * @throws IllegalArgumentException if the directory is no cloud assembly, saying what to do
   */
  public static Assembly read(Path directory) {
    Path manifest = directory.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalArgumentException(
          directory + " is no cloud assembly: it has no manifest.json; run cdk synth first");
    }
    JsonNode artifacts = Json.read(manifest).path("artifacts");
    Map<String, Stack> stacks = new LinkedHashMap<>();
    List<FileAsset> assets = new ArrayList<>();
    for (String id : ordered(artifacts)) {
      JsonNode artifact = artifacts.path(id);
      JsonNode properties = artifact.path("properties");
      switch (artifact.path("type").asText()) {
        case "aws:cloudformation:stack" -> {
          Path template = directory.resolve(properties.path("templateFile").asText());
          String name = properties.path("stackName").asText(id);
          stacks.put(name, new Stack(name, Json.read(template)));
        }
        case "cdk:asset-manifest" ->
            assets.addAll(assets(directory, properties.path("file").asText()));
        case "cdk:cloud-assembly" ->
            throw new IllegalArgumentException(
                "artifact " + id + " is a nested assembly (a Stage), which does not run locally");
        default -> {}
      }
    }
    if (stacks.isEmpty()) {
      throw new IllegalArgumentException(directory + " has no stacks; run cdk synth again");
    }
    return new Assembly(new ArrayList<>(stacks.values()), assets);
  }

  /** Artifacts so that each follows what it depends on. */
  private static Set<String> ordered(JsonNode artifacts) {
    Set<String> order = new LinkedHashSet<>();
    artifacts
        .fieldNames()
        .forEachRemaining(id -> visit(id, artifacts, order, new LinkedHashSet<>()));
    return order;
  }

  private static void visit(String id, JsonNode artifacts, Set<String> order, Set<String> path) {
    if (order.contains(id)) {
      return;
    }
    if (!path.add(id)) {
      throw new IllegalArgumentException("artifacts depend on each other in a circle: " + path);
    }
    artifacts
        .path(id)
        .path("dependencies")
        .forEach(dependency -> visit(dependency.asText(), artifacts, order, path));
    path.remove(id);
    order.add(id);
  }

  private static List<FileAsset> assets(Path directory, String file) {
    List<FileAsset> assets = new ArrayList<>();
    JsonNode manifest = Json.read(directory.resolve(file));
    for (JsonNode asset : manifest.path("files")) {
      Path source = directory.resolve(asset.path("source").path("path").asText());
      boolean zip = asset.path("source").path("packaging").asText().equals("zip");
      for (JsonNode destination : asset.path("destinations")) {
        assets.add(
            new FileAsset(
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
    return assets;
  }

  private static String local(String name) {
    return name.replace("${AWS::AccountId}", LocalAws.ACCOUNT)
        .replace("${AWS::Region}", LocalAws.REGION)
        .replace("${AWS::Partition}", LocalAws.PARTITION);
  }

  /** In the order of deployment. */
  public List<Stack> stacks() {
    return stacks;
  }

  /** True if a stack has a resource of that type. */
  public boolean has(String type) {
    for (Stack stack : stacks) {
      for (JsonNode resource : stack.template().path("Resources")) {
        if (resource.path("Type").asText().equals(type)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Of all stacks. */
  public List<FileAsset> assets() {
    return assets;
  }
}
