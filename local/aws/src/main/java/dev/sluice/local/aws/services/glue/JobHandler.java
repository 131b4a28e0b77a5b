package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.template.Deployed;
import dev.sluice.local.aws.template.Resource;
import dev.sluice.local.aws.template.ResourceHandler;
import java.util.List;
import java.util.Map;

/**
 * Deploys {@code AWS::Glue::Job}. Only what differs from the template deployed last is changed, so
 * that a limit raised with UpdateJob survives a restart, after which addresses in the job's
 * arguments may be others.
 */
final class JobHandler implements ResourceHandler {
  private static final List<String> NOT_IN_API = List.of("Name", "Tags");

  private final Jobs jobs;
  private final Documents templates;
  private final Runnable deployed;

  /**
   * @param templates what was deployed last, by job
   * @param deployed is told of each job
   */
  JobHandler(Jobs jobs, Documents templates, Runnable deployed) {
    this.jobs = jobs;
    this.templates = templates;
    this.deployed = deployed;
  }

  @Override
  public String type() {
    return "AWS::Glue::Job";
  }

  @Override
  public Deployed deploy(Resource resource) {
    String name = resource.physicalName("Name", 255);
    ObjectNode template = resource.properties().deepCopy();
    template.remove(NOT_IN_API);
    if (!template.path("Command").hasNonNull("ScriptLocation")) {
      throw new IllegalArgumentException(
          "Command.ScriptLocation is missing; a job needs the s3:// address of its script");
    }
    ObjectNode job = jobs.find(name);
    ObjectNode before = templates.get(name);
    if (job == null || before == null) {
      jobs.put(name, template);
    } else if (!template.equals(before)) {
      jobs.put(name, merge(job, before, template));
    }
    templates.put(name, template);
    deployed.run();
    return Deployed.ref(name);
  }

  private static ObjectNode merge(ObjectNode job, ObjectNode before, ObjectNode template) {
    before.fieldNames().forEachRemaining(f -> remove(job, f, template));
    for (Map.Entry<String, JsonNode> property : template.properties()) {
      if (!property.getValue().equals(before.get(property.getKey()))) {
        job.set(property.getKey(), property.getValue());
      }
    }
    return job;
  }

  private static void remove(ObjectNode job, String field, ObjectNode template) {
    if (!template.has(field)) {
      job.remove(field);
    }
  }
}
