package dev.sluice.console.local;

import dev.sluice.console.error.UserError;
import dev.sluice.core.deployment.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The synthesized templates: which pipelines there are, and in which stacks, before anything is
 * deployed.
 */
public final class Assembly {
  private static final String STACK = "aws:cloudformation:stack";

  private final Map<String, String> stackOfPipeline;

  private Assembly(Map<String, String> stackOfPipeline) {
    this.stackOfPipeline = stackOfPipeline;
  }

  /**
   * Reads the templates; a pipeline is known by the parameter in which it tells of itself.
   *
   * @throws UserError where nothing was synthesized
   */
  public static Assembly of(Home home) {
    Path manifest = manifest(home);
    Map<String, String> stacks = new TreeMap<>();
    try {
      JsonNode artifacts = field(JsonNode.parser().parse(Files.readString(manifest)), "artifacts");
      for (Map.Entry<String, JsonNode> artifact : artifacts.asObject().entrySet()) {
        if (field(artifact.getValue(), "type").asString().equals(STACK)) {
          JsonNode properties = field(artifact.getValue(), "properties");
          String template = field(properties, "templateFile").asString();
          String stack =
              properties.field("stackName").map(JsonNode::asString).orElse(artifact.getKey());
          pipelines(home.assembly().resolve(template), home.deployment())
              .forEach(pipeline -> stacks.put(pipeline, stack));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw UserError.unavailable(
          "the templates in " + home.assembly() + " cannot be read: " + e.getMessage(), e);
    }
    return new Assembly(stacks);
  }

  /** The list of all artifacts, which the CDK writes last. */
  static Path manifest(Home home) {
    Path manifest = home.assembly().resolve("manifest.json");
    if (!Files.exists(manifest)) {
      throw UserError.unavailable(
          "found no synthesized templates in "
              + home.assembly()
              + ". Run ./sluice synth, or ./sluice run with a pipeline's name.");
    }
    return manifest;
  }

  /** A template may be large, so its parameters' names are searched for in its text. */
  private static List<String> pipelines(Path template, Deployment deployment) throws IOException {
    Matcher names =
        Pattern.compile(Pattern.quote("\"" + deployment.pipelineParameter("")) + "([a-z0-9-]+)\"")
            .matcher(Files.readString(template));
    List<String> found = new ArrayList<>();
    while (names.find()) {
      found.add(names.group(1));
    }
    return found;
  }

  private static JsonNode field(JsonNode node, String name) {
    return node.field(name)
        .orElseThrow(() -> new IllegalStateException("manifest.json has no field " + name));
  }

  /** The pipelines' names, sorted. */
  public List<String> pipelines() {
    return List.copyOf(stackOfPipeline.keySet());
  }

  /**
   * The pipeline of that name; without a name, the only one.
   *
   * @throws UserError naming those that there are
   */
  public String pipeline(String name) {
    if (name == null) {
      if (stackOfPipeline.size() == 1) {
        return pipelines().get(0);
      }
      throw UserError.usage(
          "found the pipelines " + pipelines() + ", expected the name of one of them.");
    }
    if (!stackOfPipeline.containsKey(name)) {
      throw UserError.usage(
          "found no pipeline '" + name + "', expected one of " + pipelines() + ".");
    }
    return name;
  }

  /** The option of the embedded AWS that deploys the pipeline and what it depends on. */
  public List<String> deploying(String pipeline) {
    return List.of("--stack", stackOfPipeline.get(pipeline(pipeline)));
  }
}
