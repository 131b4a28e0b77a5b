package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.error.TablesFileInvalid;
import dev.sluice.lambda.store.InMemoryStore;
import dev.sluice.lambda.tables.TablesCheck;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTablesHandlerTest {
  private static final byte[] FILE =
      "table,partition column,partitions\norders,order_id,4\n".getBytes(StandardCharsets.UTF_8);

  private final InMemoryStore store = new InMemoryStore();
  private final CheckTablesHandler handler =
      new CheckTablesHandler(
          new Environment(
              Map.of("TABLES_BUCKET", "assets", "TABLES_KEY", "abc.csv", "WORK_BUCKET", "work")),
          store,
          new TablesCheck(Map::of));

  @Test
  void shouldCheckTheListThatWasDeployed() {
    store.upload("assets", "abc.csv", FILE);

    String answer = invoke("null");

    assertThat(answer)
        .isEqualTo(
            "{\"bucket\":\"work\",\"key\":\"runs/run-1/export_tables/tables.csv\",\"count\":1}");
    assertThat(store.content("work", "runs/run-1/export_tables/tables.csv"))
        .hasValueSatisfying(
            csv ->
                assertThat(new String(csv, StandardCharsets.UTF_8))
                    .isEqualTo("table,partition_column,partitions\norders,order_id,4\n"));
  }

  @Test
  void shouldCheckAListOfTheRunsOwn() {
    store.upload("work", "mine.csv", FILE);

    assertThat(invoke("\"mine.csv\"")).contains("\"count\":1");
  }

  @Test
  void shouldSayThatThereIsNoList() {
    assertThatThrownBy(() -> invoke("\"gone.csv\""))
        .isInstanceOf(TablesFileInvalid.class)
        .hasMessage("s3://work/gone.csv: there is no such object; upload the list of tables there");
  }

  @Test
  void shouldWriteNoCopyOfAListThatIsWrong() {
    store.upload("assets", "abc.csv", new byte[0]);

    assertThatThrownBy(() -> invoke("null")).isInstanceOf(TablesFileInvalid.class);
    assertThat(store.names()).containsExactly("assets/abc.csv");
  }

  private String invoke(String tables) {
    return Handlers.invoke(
        handler, "{\"execution\":\"run-1\",\"step\":\"export_tables\",\"tables\":" + tables + "}");
  }
}
