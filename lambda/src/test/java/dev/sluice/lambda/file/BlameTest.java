package dev.sluice.lambda.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.NotTheFilesFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.OutOfMemoryError",
        "java.lang.StackOverflowError",
        "Sandbox.Timedout",
        "Runtime.ExitError",
        "Lambda.Unknown",
        "States.Timeout",
        "dev.sluice.error.ValidatorCrashed"
      })
  void shouldBlameTheFileForACrash(String error) {
    Finding reason =
        Blame.reason("s3://landing/a.csv", error, "{\"errorMessage\":\"Java heap space\"}");

    assertThat(reason.errors()).singleElement().asString().contains(error, "Java heap space");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "software.amazon.awssdk.services.s3.model.S3Exception",
        "software.amazon.awssdk.core.exception.SdkClientException",
        "Lambda.TooManyRequestsException",
        "dev.sluice.error.StorageUnavailable",
        "java.lang.IllegalStateException",
        "java.lang.NoClassDefFoundError",
        "Runtime.InvalidEntrypoint"
      })
  void shouldNotBlameTheFileForAServiceOrTheSetUp(String error) {
    assertThatThrownBy(() -> Blame.reason("s3://landing/a.csv", error, "Access Denied"))
        .isInstanceOf(NotTheFilesFault.class)
        .hasMessageContaining("s3://landing/a.csv")
        .hasMessageContaining("Access Denied")
        .hasMessageContaining("redrive");
  }

  @Test
  void shouldTakeACauseThatIsNoJsonAsItIs() {
    assertThat(Blame.reason("s3://x", "States.Timeout", "").errors())
        .singleElement()
        .asString()
        .contains("States.Timeout");
  }
}
