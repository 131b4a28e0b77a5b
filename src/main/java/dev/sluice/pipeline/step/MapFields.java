package dev.sluice.pipeline.step;

import dev.sluice.core.lake.RunFiles;
import dev.sluice.pipeline.asl.Json;
import dev.sluice.pipeline.asl.Jsonata;
import dev.sluice.pipeline.model.Site;
import java.util.Map;

/** Fields that distributed maps have in common. */
final class MapFields {
  /** JSONata: where the results of a distributed map lie. */
  static final String MANIFEST =
      "{'bucket': $states.result.ResultWriterDetails.Bucket,"
          + " 'key': $states.result.ResultWriterDetails.Key}";

  private MapFields() {}

  /** Reads the object named by a variable with {@code bucket} and {@code key}. */
  static Map<String, Object> reader(String variable, Map<String, Object> config) {
    return Json.object(
        "Resource",
        "arn:aws:states:::s3:getObject",
        "ReaderConfig",
        config,
        "Arguments",
        Json.object(
            "Bucket", Jsonata.expression("$" + variable + ".bucket"),
            "Key", Jsonata.expression("$" + variable + ".key")));
  }

  /** Writes results where the run's other files of the step lie. */
  static Map<String, Object> resultWriter(Site site, String step) {
    return Json.object(
        "Resource",
        "arn:aws:states:::s3:putObject",
        "WriterConfig",
        Json.object("OutputType", "JSON", "Transformation", "NONE"),
        "Arguments",
        Json.object(
            "Bucket",
            site.stores().work().getBucketName(),
            "Prefix",
            Jsonata.expression(
                "'%s' & %s & '/%s/%s'"
                    .formatted(RunFiles.RUNS, Jsonata.EXECUTION_NAME, step, RunFiles.RESULTS))));
  }
}
