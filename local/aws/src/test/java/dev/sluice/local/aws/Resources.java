package dev.sluice.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.base.json.Json;
import java.util.Map;

/** Deploys single resources. */
public final class Resources {
  private Resources() {}

  /** Deploys into a service, as a template's resource {@code Stack/Thing} would. */
  public static Deployed deploy(LocalService service, String type, String properties)
      throws Exception {
    Resource resource =
        new Resource(
            "Stack",
            "Thing",
            type,
            (ObjectNode) Json.parse(properties.replace('\'', '"')),
            Map.of(),
            true,
            null,
            (bucket, key) -> {
              throw new IllegalArgumentException("no assets here");
            });
    return service.resourceHandlers().stream()
        .filter(handler -> handler.type().equals(type))
        .findFirst()
        .orElseThrow()
        .deploy(resource);
  }
}
