package dev.sluice.test.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.test.fixture.Assembly;
import dev.sluice.test.fixture.ChangedAssembly;
import dev.sluice.test.fixture.Laptop;
import dev.sluice.test.fixture.Mails;
import dev.sluice.test.fixture.Pipeline;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Roles that lack a permission, as an account would find out. */
class RefusedCallTest {

  @Test
  void shouldFailWhereARoleLacksAPermissionAndGoOnOnceItIsGranted(@TempDir Path state)
      throws Exception {
    DescribeExecutionResponse failed;
    Path denying =
        ChangedAssembly.copy(Assembly.standard(), "without-rights")
            .of("stations")
            .without("StationsToSilverJob", "s3:PutObject")
            .write();
    try (Laptop laptop = Laptop.start(denying, state, "sluice-stations")) {
      Pipeline stations = Pipeline.in(laptop, "stations");

      failed = stations.run("{}");

      assertThat(failed.cause())
          .contains(
              "assumed-role/sluice-stations-StationsToSilverJobRole",
              "/GlueJobRunnerSession is not authorized to perform: s3:PutObject on resource:",
              "because no identity-based policy allows the s3:PutObject action");
      assertThat(new Mails(laptop.mailbox()).next(failed.name(), 0).body())
          .contains(
              "stations_to_silver",
              "is not authorized to perform: s3:PutObject",
              "Grant the permission that is missing, deploy, then redrive.");
    }
    try (Laptop laptop = Laptop.start(Assembly.standard(), state, "sluice-stations")) {
      Pipeline stations = Pipeline.in(laptop, "stations");

      stations.redrive(failed.executionArn());

      assertThat(stations.outcome(stations.await(failed.executionArn())).values())
          .containsOnly("SUCCEEDED");
    }
  }

  @Test
  void shouldFailATaskThatTheStateMachineMayNotRun(@TempDir Path state) throws Exception {
    Path denying =
        ChangedAssembly.copy(Assembly.standard(), "without-start")
            .of("stations")
            .without("MachineRole", "glue:StartJobRun")
            .write();
    try (Laptop laptop = Laptop.start(denying, state, "sluice-stations")) {
      DescribeExecutionResponse failed =
          Pipeline.in(laptop, "stations").run("{\"only\": [\"stations_average\"]}");

      assertThat(failed.error()).isEqualTo("Glue.AccessDeniedException");
      assertThat(failed.cause())
          .contains(
              "is not authorized to perform: glue:StartJobRun on resource:"
                  + " arn:aws:glue:us-east-1:000000000000:job/sluice-stations-stations_average");
    }
  }
}
