package dev.sluice.local.spark.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleFileSystemsTest {
  private final Configuration configuration = new Configuration();

  @BeforeEach
  void reachNoService() {
    configuration.set("fs.s3a.endpoint", "http://127.0.0.1:1");
    configuration.set("fs.s3a.endpoint.region", "us-east-1");
    configuration.set("fs.s3a.bucket.probe", "0");
    configuration.set("fs.s3a.retry.limit", "0");
    configuration.set("fs.s3a.attempts.maximum", "1");
  }

  @Test
  void shouldServeLaterRunsOfTheSameRoleAndNoOthers() throws IOException {
    FileSystem first = inRun("first", "a", "lake");

    assertThat(inRun("second", "a", "lake")).isSameAs(first);
    assertThat(inRun("third", "b", "lake")).isNotSameAs(first);
    assertThat(inRun("fourth", "a", "work")).isNotSameAs(first);
    assertThat(first.getConf().get("fs.s3a.access.key")).isEqualTo("key-a");
  }

  @Test
  void shouldCloseWhatWasIdleForLongestAndNothingThatARunCanUse() throws IOException {
    CallingRun.begin("long", credentials("long"));
    FileSystem used =
        RoleFileSystems.of(credentials("long"), URI.create("s3://lake/"), configuration);
    FileSystem oldest = inRun("old", "old", "lake");

    for (int role = 0; role < 24; role++) {
      inRun("run " + role, "role " + role, "lake");
    }

    assertThatThrownBy(() -> oldest.exists(new Path("s3://lake/x")))
        .hasMessageContaining("FileSystem is closed");
    assertThatThrownBy(() -> used.exists(new Path("s3://lake/x")))
        .hasMessageNotContaining("FileSystem is closed");
    CallingRun.end("long");
  }

  private FileSystem inRun(String run, String role, String bucket) throws IOException {
    CallingRun.begin(run, credentials(role));
    try {
      return RoleFileSystems.of(
          credentials(role), URI.create("s3://" + bucket + "/"), configuration);
    } finally {
      CallingRun.end(run);
    }
  }

  private static Credentials credentials(String role) {
    return new Credentials("key-" + role, "secret", "token");
  }
}
