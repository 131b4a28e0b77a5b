package dev.sluice.local.aws.services.s3;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one S3 with roles, filled anew before each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3Judged {
  JudgedS3 s3;

  @BeforeAll
  void start(@TempDir Path state) throws Exception {
    s3 = new JudgedS3(state);
  }

  @BeforeEach
  void fill() {
    s3.fill();
  }

  @AfterAll
  void stop() {
    s3.close();
  }
}
