package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.util.List;

/** Deploys what a template says of Glue besides jobs. */
final class CatalogHandlers {
  private CatalogHandlers() {}

  static List<ResourceHandler> of(Catalog catalog, Documents connections, Crawlers crawlers) {
    return List.of(
        handler("AWS::Glue::Database", r -> database(catalog, r)),
        handler("AWS::Glue::Table", r -> table(catalog, r)),
        handler("AWS::Glue::Connection", r -> connection(connections, r)),
        handler("AWS::Glue::Crawler", r -> crawler(crawlers, r)),
        // Encryption settings; files on a laptop are not encrypted by Sluice.
        handler(
            "AWS::Glue::SecurityConfiguration", r -> Deployed.ref(r.physicalName("Name", 255))));
  }

  private static Deployed database(Catalog catalog, Resource resource) {
    ObjectNode input = input(resource, "DatabaseInput");
    String name = name(resource, input);
    catalog.putDatabase(name, input);
    return Deployed.ref(name);
  }

  private static Deployed table(Catalog catalog, Resource resource) {
    ObjectNode input = input(resource, "TableInput");
    input.put("Name", name(resource, input));
    String database = resource.required("DatabaseName");
    catalog.database(database);
    catalog.putTable(database, input);
    return Deployed.ref(input.path("Name").asText());
  }

  private static Deployed connection(Documents connections, Resource resource) {
    ObjectNode input = input(resource, "ConnectionInput");
    String name = name(resource, input);
    input.put("Name", name);
    connections.put(name, input);
    return Deployed.ref(name);
  }

  private static Deployed crawler(Crawlers crawlers, Resource resource) {
    String name = resource.physicalName("Name", 255);
    ObjectNode definition = resource.properties().deepCopy();
    definition.remove(List.of("Name", "Tags"));
    crawlers.put(name, definition);
    return Deployed.ref(name);
  }

  private static ObjectNode input(Resource resource, String property) {
    JsonNode input = resource.properties().path(property);
    if (!input.isObject()) {
      throw new IllegalArgumentException(
          "property " + property + " is missing; " + resource.type() + " needs it");
    }
    return input.deepCopy();
  }

  private static String name(Resource resource, ObjectNode input) {
    String given = input.path("Name").asText("");
    return given.isEmpty() ? resource.physicalName("Name", 255) : given;
  }

  private interface Deploy {
    Deployed deploy(Resource resource);
  }

  private static ResourceHandler handler(String type, Deploy deploy) {
    return new ResourceHandler() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public Deployed deploy(Resource resource) {
        return deploy.deploy(resource);
      }
    };
  }
}
