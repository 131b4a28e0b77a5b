package dev.sluice.local.aws.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A CDK cloud assembly: stacks in the order in which they deploy, and file assets.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html">cloud assemblies</a>
 */
public final class Assembly {
  private final List<Stack> stacks;
  private final List<FileAsset> loose;
  private final boolean whole;

  Assembly(List<Stack> stacks, List<FileAsset> loose) {
    this(stacks, loose, true);
  }

  private Assembly(List<Stack> stacks, List<FileAsset> loose, boolean whole) {
    this.stacks = List.copyOf(stacks);
    this.loose = List.copyOf(loose);
    this.whole = whole;
  }

  /**
   * One stack.
   *
   * @param dependencies names of the stacks that it needs directly
   * @param assets that it refers to
   */
  public record Stack(
      String name, JsonNode template, Set<String> dependencies, List<FileAsset> assets) {
    /** Copies the collections. */
    public Stack {
      dependencies = Set.copyOf(dependencies);
      assets = List.copyOf(assets);
    }
  }

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
    return new AssemblyReader(directory).read();
  }

  /**
   * Only the stacks of these names and, transitively, those that they depend on.
   *
   * @throws IllegalArgumentException where there is no stack of a name, naming those there are
   */
  public Assembly select(Collection<String> names) {
    Set<String> wanted = new LinkedHashSet<>();
    names.forEach(name -> addWithDependencies(name, wanted));
    List<Stack> selected = stacks.stream().filter(stack -> wanted.contains(stack.name())).toList();
    return new Assembly(selected, loose, selected.size() == stacks.size());
  }

  private void addWithDependencies(String name, Set<String> wanted) {
    if (wanted.add(name)) {
      stack(name).dependencies().forEach(dependency -> addWithDependencies(dependency, wanted));
    }
  }

  private Stack stack(String name) {
    return stacks.stream()
        .filter(stack -> stack.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the assembly has no stack "
                        + name
                        + "; it has "
                        + String.join(", ", names())));
  }

  /** In the order of deployment. */
  public List<Stack> stacks() {
    return stacks;
  }

  /** The stacks' names, in the order of deployment. */
  public List<String> names() {
    return stacks.stream().map(Stack::name).toList();
  }

  /** False where stacks of the directory were left out. */
  public boolean whole() {
    return whole;
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

  /** Of all stacks, each once, and those that belong to none. */
  public List<FileAsset> assets() {
    return Stream.concat(loose.stream(), stacks.stream().flatMap(stack -> stack.assets().stream()))
        .distinct()
        .toList();
  }
}
