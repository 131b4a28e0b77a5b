package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small cloud assemblies. In texts, single quotes stand for double ones. */
public final class TestAssembly {
  private final Path directory;
  private final ObjectNode artifacts = Json.object();

  /** An assembly in a directory, made if it is missing. */
  public TestAssembly(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** A stack with these resources. */
  public TestAssembly stack(String name, String resources, String... dependencies)
      throws IOException {
    return template(name, "{'Resources': " + resources + "}", dependencies);
  }

  /** A stack with this template. */
  public TestAssembly template(String name, String template, String... dependencies)
      throws IOException {
    Files.writeString(directory.resolve(name + ".template.json"), quoted(template));
    ObjectNode artifact = artifacts.putObject(name).put("type", "aws:cloudformation:stack");
    artifact.putObject("properties").put("templateFile", name + ".template.json");
    for (String dependency : dependencies) {
      artifact.withArray("dependencies").add(dependency);
    }
    return this;
  }

  /** A file asset of no stack. */
  public TestAssembly asset(String key, String content) throws IOException {
    Files.writeString(directory.resolve("asset." + key), content);
    ObjectNode manifest = Json.object();
    ObjectNode file = manifest.putObject("files").putObject(key);
    file.putObject("source").put("path", "asset." + key).put("packaging", "file");
    file.putObject("destinations")
        .putObject("here")
        .put("bucketName", "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}")
        .put("objectKey", key);
    Files.write(directory.resolve(key + ".assets.json"), Json.bytes(manifest));
    artifacts
        .putObject(key + ".assets")
        .put("type", "cdk:asset-manifest")
        .putObject("properties")
        .put("file", key + ".assets.json");
    return this;
  }

  /** A file asset of one stack. */
  public TestAssembly assetOf(String stack, String key, String content) throws IOException {
    asset(key, content);
    ((ObjectNode) artifacts.get(stack)).withArray("dependencies").add(key + ".assets");
    return this;
  }

  /** Writes the manifest and gives the directory. */
  public Path write() throws IOException {
    ObjectNode manifest = Json.object().put("version", "54.0.0");
    manifest.set("artifacts", artifacts);
    Files.write(directory.resolve("manifest.json"), Json.bytes(manifest));
    return directory;
  }

  static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
