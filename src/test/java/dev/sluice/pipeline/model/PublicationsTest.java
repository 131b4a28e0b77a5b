package dev.sluice.pipeline.model;

import static dev.sluice.pipeline.Pipelines.load;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.config.Assets;
import dev.sluice.config.ConfigurationException;
import dev.sluice.construct.HttpSource;
import dev.sluice.fixture.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationsTest {
  private static final HttpSource WEATHER =
      new HttpSource("weather", "https://example.org", List.of("now"), "");

  private final Assets assets = Home.create();

  @Test
  void shouldTellJobsWhatTheyMayReadAndCrawlersWhereToLook() throws IOException {
    write("daily", "daily");
    Pipeline pipeline = pipeline("climate", load(WEATHER), sql("daily"));

    Publications publications = pipeline.publications(assets);

    assertThat(publications.folders()).containsExactly("raw/weather/", "curated/daily/");
    assertThat(publications.tableFolders()).containsExactly("raw/weather/now/", "curated/daily/");
    assertThat(publications.json().toString())
        .contains("view=weather_*, location=raw/weather/*/, format=documents, step=load_weather")
        .contains("view=curated_daily, location=curated/daily/, format=parquet, step=daily")
        .contains("view=curated_*, location=curated/*/");
  }

  @Test
  void shouldRefuseTwoStepsThatWriteToOnePlace() throws IOException {
    write("daily", "numbers");
    write("weekly", "numbers");

    assertThatThrownBy(() -> pipeline("p", sql("daily"), sql("weekly")).publications(assets))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("step daily of p (curated/numbers/)")
        .hasMessageContaining("step weekly of p (curated/numbers/)")
        .hasMessageContaining("Give one of them another place");
  }

  @Test
  void shouldTellWhoseTableItIsByTheEndOfItsFolder() {
    Publication shop = Publication.tables("shop", List.of("products", "orders"));

    assertThat(shop.folder()).isEqualTo("raw/shop/");
    assertThat(shop.tableFolders())
        .containsExactly("raw/shop/shop_products/", "raw/shop/shop_orders/");
  }

  // https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html: the second gets a hash.
  @Test
  void shouldRefuseTwoTablesThatACrawlerWouldCallTheSame() throws IOException {
    write("daily", "now");
    Publications publications = pipeline("p", load(WEATHER), sql("daily")).publications(assets);

    assertThatThrownBy(publications::tableFolders)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "a crawler would call both raw/weather/now/ and curated/now/ the table now, and add a"
                + " hash to one of the names. Step daily of p publishes the second: give it a"
                + " folder of another name.");
  }

  @Test
  void shouldRefuseTwoPipelinesThatWriteToOnePlace() throws IOException {
    write("daily", "numbers");
    List<Pipeline> pipelines = List.of(pipeline("p", sql("daily")), pipeline("q", sql("daily")));

    assertThatThrownBy(() -> Publications.requireApart(pipelines, assets))
        .hasMessageContaining("step daily of p")
        .hasMessageContaining("step daily of q");
  }

  @Test
  void shouldRefuseAPlaceOutsideTheZones() {
    for (String location : List.of("../x/", "s3://b/", "raw/x", "other/x/", "raw/*/")) {
      assertThatThrownBy(() -> Publication.table("x", location, "parquet"))
          .as(location)
          .hasMessageContaining("publishes below raw/ or curated/");
    }
    assertThatThrownBy(() -> Publication.table("x", "raw/x/*/", "parquet"))
        .hasMessageContaining("a star in view and location");
  }

  private void write(String step, String table) throws IOException {
    Files.writeString(
        assets.home().resolve("glue-scripts/sql/" + step + ".sql"),
        "INSERT OVERWRITE DIRECTORY '${lake}/curated/" + table + "' USING parquet SELECT 1;");
  }
}
