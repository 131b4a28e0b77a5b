package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.hash.Digest;
import dev.sluice.local.base.json.Json;

/**
 * What the script of a run gets: Glue's own arguments, and among them the job's and the run's. A
 * name without a value stands alone, so that what follows it is no longer a pair.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">
 *     Job parameters</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-runs.html">Which win
 *     where several places give one</a>
 */
final class RunArguments {
  private RunArguments() {}

  /**
   * The arguments by name, a null node for a name that stands alone.
   *
   * @param job in the shape of GetJob's {@code Job}
   * @param run in the shape of GetJobRun's {@code JobRun}
   */
  static ObjectNode of(ObjectNode job, ObjectNode run) {
    String name = run.path("JobName").asText();
    ObjectNode arguments = Json.object();
    arguments.put("--job-bookmark-option", "job-bookmark-disable");
    arguments.put("--JOB_ID", "j_" + Digest.sha256(name));
    arguments.put("--JOB_RUN_ID", run.path("Id").asText());
    overlay(arguments, job.path("DefaultArguments"));
    overlay(arguments, run.path("Arguments"));
    overlay(arguments, job.path("NonOverridableArguments"));
    arguments.put("--scriptLocation", job.path("Command").path("ScriptLocation").asText());
    String security = job.path("SecurityConfiguration").asText("");
    if (!security.isEmpty()) {
      arguments.put("--SECURITY_CONFIGURATION", security);
    }
    arguments.putNull("--enable-glue-datacatalog");
    arguments.put("--JOB_NAME", name);
    return arguments;
  }

  private static void overlay(ObjectNode arguments, JsonNode more) {
    more.properties().forEach(e -> put(arguments, e.getKey(), e.getValue().asText()));
  }

  private static void put(ObjectNode arguments, String name, String value) {
    if (value.isEmpty()) {
      arguments.putNull(name);
    } else {
      arguments.put(name, value);
    }
  }
}
