package dev.sluice.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.spi.Json;
import dev.sluice.local.spi.LocalService;
import dev.sluice.local.template.Deployed;
import dev.sluice.local.template.Resource;
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
