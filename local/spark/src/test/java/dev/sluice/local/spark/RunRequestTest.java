package dev.sluice.local.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RunRequestTest {

  @Test
  void shouldHandOverArgumentsAsPairsAndSomeNamesAlone() throws Exception {
    RunRequest request =
        RunRequest.of(
            new ObjectMapper()
                .readTree(
                    """
                    {"run": "jr_1", "scriptUri": "s3://assets/GlueApp.scala",
                     "scriptClass": "GlueApp", "extraJars": [], "log": "/run.log",
                     "credentials": {"accessKeyId": "key", "secretAccessKey": "secret",
                                     "sessionToken": "token"},
                     "arguments": {"--JOB_ID": "j_1", "--enable-metrics": null, "--table": "orders"}}
                    """));

    assertThat(request.arguments())
        .containsExactly("--JOB_ID", "j_1", "--enable-metrics", "--table", "orders");
  }
}
