package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/**
 * What scripts get: <a
 * href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">Job
 * parameters</a>.
 */
class RunArgumentsTest {

  @Test
  void shouldHandOverGluesOwnArgumentsAmongTheJobs() throws Exception {
    ObjectNode arguments = arguments("{\"--lake\":\"s3://lake\"}", "{}", "{}");

    assertThat(arguments.path("--JOB_NAME").asText()).isEqualTo("export");
    assertThat(arguments.path("--JOB_ID").asText()).matches("j_[0-9a-f]{64}");
    assertThat(arguments.path("--JOB_RUN_ID").asText()).isEqualTo("jr_1");
    assertThat(arguments.path("--scriptLocation").asText()).isEqualTo("s3://assets/GlueApp.scala");
    assertThat(arguments.path("--SECURITY_CONFIGURATION").asText()).isEqualTo("sluice-orders");
    assertThat(arguments.path("--lake").asText()).isEqualTo("s3://lake");
  }

  @Test
  void shouldLetTheRunOverrideTheJobAndNothingOverrideTheJobsOwn() throws Exception {
    ObjectNode arguments =
        arguments(
            "{\"--a\":\"job\",\"--b\":\"job\",\"--c\":\"job\"}",
            "{\"--b\":\"run\",\"--c\":\"run\"}",
            "{\"--c\":\"fixed\"}");

    assertThat(arguments.path("--a").asText()).isEqualTo("job");
    assertThat(arguments.path("--b").asText()).isEqualTo("run");
    assertThat(arguments.path("--c").asText()).isEqualTo("fixed");
  }

  @Test
  void shouldLetANameWithoutAValueStandAlone() throws Exception {
    ObjectNode arguments = arguments("{\"--enable-metrics\":\"\"}", "{}", "{}");

    assertThat(arguments.path("--enable-metrics").isNull()).isTrue();
  }

  private static ObjectNode arguments(String defaults, String run, String fixed) throws Exception {
    return RunArguments.of(
        (ObjectNode)
            GlueFixture.json(
                """
                {"Name":"export","Command":{"ScriptLocation":"s3://assets/GlueApp.scala"},
                 "SecurityConfiguration":"sluice-orders",
                 "DefaultArguments":%s,"NonOverridableArguments":%s}
                """
                    .formatted(defaults, fixed)),
        (ObjectNode)
            GlueFixture.json(
                "{\"JobName\":\"export\",\"Id\":\"jr_1\",\"Arguments\":%s}".formatted(run)));
  }
}
