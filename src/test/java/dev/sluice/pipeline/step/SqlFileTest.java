package dev.sluice.pipeline.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.ConfigurationException;
import dev.sluice.pipeline.model.Publication;
import org.junit.jupiter.api.Test;

class SqlFileTest {

  @Test
  void shouldKnowTheTablesThatItWritesAndTheirFormats() {
    SqlFile file =
        new SqlFile(
            """
            insert overwrite  directory '${lake}/curated/daily'
            USING Parquet SELECT 1;
            INSERT OVERWRITE DIRECTORY '${lake}/curated/daily_csv/' USING csv OPTIONS (header 'true') SELECT 1;
            INSERT OVERWRITE DIRECTORY '${lake}/curated/daily' USING parquet SELECT 2;
            """);

    assertThat(file.publications())
        .containsExactly(
            Publication.table("curated_daily", "curated/daily/", "parquet"),
            Publication.table("curated_daily_csv", "curated/daily_csv/", "csv"));
  }

  @Test
  void shouldPassOverWhatIsNoTableOfTheCuratedZone() {
    assertThat(
            new SqlFile(
                    """
                    INSERT OVERWRITE DIRECTORY '${lake}/elsewhere/daily' USING parquet SELECT 1;
                    INSERT OVERWRITE DIRECTORY '${lake}/curated/${name}' USING parquet SELECT 1;
                    SELECT * FROM curated_daily;
                    """)
                .publications())
        .isEmpty();
  }

  @Test
  void shouldSayWhichFileCannotBeRead() {
    assertThatThrownBy(() -> SqlFile.of("no/such.sql"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cannot read no/such.sql");
  }
}
