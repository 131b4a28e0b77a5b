package dev.sluice.local.services.glue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.template.Deployed;
import dev.sluice.local.template.Resource;
import dev.sluice.local.template.ResourceHandler;
import java.util.List;

/**
 * Deploys {@code AWS::Glue::Job}. A definition that the template did not change stays as it is,
 * UpdateJob's changes included, as CloudFormation would leave it.
 */
final class JobHandler implements ResourceHandler {
  private static final List<String> NOT_IN_API = List.of("Name", "Tags");

  private final Jobs jobs;

  JobHandler(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public String type() {
    return "AWS::Glue::Job";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String name = resource.physicalName("Name", 255);
    if (resource.changed() || jobs.find(name) == null) {
      ObjectNode definition = resource.properties().deepCopy();
      definition.remove(NOT_IN_API);
      if (!definition.path("Command").hasNonNull("ScriptLocation")) {
        throw new IllegalArgumentException(
            "Command.ScriptLocation is missing; a job needs the s3:// address of its script");
      }
      jobs.put(name, definition);
    }
    return Deployed.ref(name);
  }
}
