package dev.sluice.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The context of cdk.json. The CDK's command line passes it on by itself; read here as well, a
 * synthesis without that command line gives the same templates. What the command line or {@code
 * CDK_CONTEXT_JSON} says comes first.
 */
public final class ProjectContext {
  private ProjectContext() {}

  /**
   * Reads the context; empty where there is no cdk.json.
   *
   * @throws ConfigurationException if cdk.json is no JSON
   */
  public static Map<String, Object> read(Path home) {
    Path file = home.resolve("cdk.json");
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      Map<String, Object> project =
          new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
      Map<String, Object> context = new LinkedHashMap<>();
      if (project.get("context") instanceof Map<?, ?> found) {
        found.forEach((name, value) -> context.put(String.valueOf(name), value));
      }
      return context;
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          "cdk.json is no valid JSON: "
              + e.getOriginalMessage()
              + " at line "
              + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw new ConfigurationException("cdk.json cannot be read: " + e.getMessage());
    }
  }
}
