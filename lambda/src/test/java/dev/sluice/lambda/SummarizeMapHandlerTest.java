package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.BadManifest;
import dev.sluice.error.NothingExported;
import dev.sluice.lambda.store.InMemoryStore;
import dev.sluice.lambda.summary.MapResults;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SummarizeMapHandlerTest {

  private static final String SUCCEEDED =
      """
      [{"ExecutionArn":"arn:1","Input":"{\\"valid\\":99}","Output":"{\\"valid\\":3,\\"rows\\":10.5,\\"note\\":\\"x\\"}","Status":"SUCCEEDED"},
       {"ExecutionArn":"arn:2","Output":"[{\\"valid\\":1,\\"rows\\":4},{\\"invalid\\":1}]","Status":"SUCCEEDED"}]
      """;
  private static final String FAILED =
      """
      [{"ExecutionArn":"arn:3","Error":"Glue.Bad","Cause":"no such table: x","Status":"FAILED"}]
      """;

  private final InMemoryStore store = new InMemoryStore();
  private final SummarizeMapHandler handler = new SummarizeMapHandler(new MapResults(store));

  @Test
  void shouldAddUpWhatSucceededAndCountWhatFailed() {
    manifest(
        "[{\"Key\":\"run/SUCCEEDED_0.json\",\"Size\":1}]", "[{\"Key\":\"run/FAILED_0.json\"}]");
    put("run/SUCCEEDED_0.json", SUCCEEDED);
    put("run/FAILED_0.json", FAILED);

    assertThat(summarize(true))
        .isEqualTo("{\"valid\":4,\"rows\":14.5,\"invalid\":1,\"succeeded\":2,\"failed\":1}");
  }

  @Test
  void shouldReadSeveralFilesAndJsonLines() {
    manifest("[{\"Key\":\"a\"},{\"Key\":\"b\"}]", "[]");
    put("a", "{\"Output\":\"{\\\"n\\\":1}\"}\n{\"Output\":\"{\\\"n\\\":2}\"}\n");
    put("b", "[{\"Output\":\"{\\\"n\\\":4}\"}]");

    assertThat(summarize(false)).isEqualTo("{\"n\":7,\"succeeded\":3,\"failed\":0}");
  }

  @Test
  void shouldFailWithTheFirstReasonWhenNothingSucceeded() {
    manifest("[]", "[{\"Key\":\"run/FAILED_0.json\"}]");
    put("run/FAILED_0.json", FAILED);

    assertThatThrownBy(() -> summarize(true))
        .isInstanceOf(NothingExported.class)
        .hasMessageContaining("none of 1 items succeeded")
        .hasMessageContaining("Glue.Bad: no such table: x");
    assertThat(summarize(false)).isEqualTo("{\"succeeded\":0,\"failed\":1}");
  }

  @Test
  void shouldSayInASentenceWhyTheFirstJobFailed() {
    manifest("[]", "[{\"Key\":\"a\"}]");
    put(
        "a",
        "[{\"Error\":\"States.TaskFailed\",\"Cause\":\"{\\\"Id\\\":\\\"jr_1\\\",\\\"JobName\\\":\\\"export\\\","
            + "\\\"JobRunState\\\":\\\"FAILED\\\",\\\"ErrorMessage\\\":\\\"no such table\\\"}\"}]");

    assertThatThrownBy(() -> summarize(true))
        .hasMessageContaining("the first failed with Glue job export failed: no such table; all");
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    assertThatThrownBy(() -> summarize(false))
        .isInstanceOf(BadManifest.class)
        .hasMessageContaining("s3://work/run/manifest.json is not there");

    manifest("[{\"Key\":\"run/SUCCEEDED_0.json\"}]", "[]");
    assertThatThrownBy(() -> summarize(false)).hasMessageContaining("run/SUCCEEDED_0.json");
  }

  @Test
  void shouldSayWhichFileIsNoJson() {
    manifest("[{\"Key\":\"a\"}]", "[]");
    put("a", "[{\"Output\":");

    assertThatThrownBy(() -> summarize(false))
        .isInstanceOf(BadManifest.class)
        .hasMessageContaining("s3://work/a");
  }

  private void manifest(String succeeded, String failed) {
    put(
        "run/manifest.json",
        "{\"DestinationBucket\":\"work\",\"MapRunArn\":\"arn:m\",\"ResultFiles\":{\"FAILED\":"
            + failed
            + ",\"PENDING\":[],\"SUCCEEDED\":"
            + succeeded
            + "}}");
  }

  private void put(String key, String content) {
    store.put("work", key, content.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  private String summarize(boolean requireSuccess) {
    return Handlers.invoke(
        handler,
        "{\"manifest\":{\"bucket\":\"work\",\"key\":\"run/manifest.json\"},\"requireSuccess\":"
            + requireSuccess
            + "}");
  }
}
