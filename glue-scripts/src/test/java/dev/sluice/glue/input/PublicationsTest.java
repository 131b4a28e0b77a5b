package dev.sluice.glue.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.glue.failure.JobFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationsTest {
  private static final String FAMILIES =
      "[%s, %s, %s]"
          .formatted(
              item("shop_*", "raw/shop/shop_*/", "parquet"),
              item("shop_eu_*", "raw/eu/*/tables/", "parquet"),
              item("shop_orders", "raw/orders/", "json"));

  @ParameterizedTest
  @CsvSource({
    "shop_orders, raw/orders/, JSON",
    "shop_order_items, raw/shop/shop_order_items/, PARQUET",
    "shop_orders_2, raw/shop/shop_orders_2/, PARQUET",
    "shop_eu_orders, raw/eu/orders/tables/, PARQUET",
    "shop_eu_, raw/shop/shop_eu_/, PARQUET",
    "shop_größe, raw/shop/shop_größe/, PARQUET"
  })
  void shouldPreferTheNameItselfThenTheLongestFamily(String name, String location, Format format) {
    Publications.Match match = Publications.parse(FAMILIES).get(name);

    assertThat(match.location()).isEqualTo(location);
    assertThat(match.published().format()).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shop_", "shop", "shop_a.b", "shop_../x", "shop_a/b", "shop_*", "shop_[a]"})
  void shouldLetNoNameOutOfItsFamilysFolder(String name) {
    assertThatThrownBy(() -> Publications.parse(FAMILIES).get(name))
        .isInstanceOf(JobFailure.class)
        .hasMessageStartingWith(
            "the SQL reads '%s', which no step of the pipeline makes; expected one of [shop_*, shop_eu_*, shop_orders]"
                .formatted(name));
  }

  @Test
  void shouldAskWhetherANearNameIsMeant() {
    assertThatThrownBy(
            () -> Publications.parse("[" + item("sales", "raw/s/", "csv") + "]").get("sale"))
        .hasMessageEndingWith("; did you mean sales?");
    assertThatThrownBy(() -> Publications.parse("[]").get("sales"))
        .hasMessageEndingWith("expected one of []");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "raw/sales",
        "/raw/sales/",
        "s3://other/raw/",
        "../x/",
        "raw/../x/",
        "raw/./x/",
        "raw//x/",
        "file:/etc/",
        "raw\\\\x/",
        "raw/{a,b}/",
        "raw/_x?/",
        "raw/%2e%2e/"
      })
  void shouldRefuseALocationOutsideOfTheLake(String location) {
    assertThatThrownBy(() -> Publications.parse("[" + item("sales", location, "csv") + "]"))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("'sales' has the location '")
        .hasMessageEndingWith("expected a folder of the lake such as raw/sales/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop_* | raw/shop/ | csv | expected one star in it as well",
        "shop_* | raw/*/*/ | csv | expected one star in it as well",
        "shop | raw/*/ | csv | expected no star in it",
        "sh*op | raw/*/ | csv | is no name of a view",
        "Shop | raw/shop/ | csv | is no name of a view",
        "shop_* | raw/*/ | dataset | is a family of datasets",
        "shop | raw/shop/ | xml | found the format 'xml', expected one of [dataset, csv, json, documents, parquet]"
      })
  void shouldSayWhatIsWrongWithAnEntry(String view, String location, String format, String said) {
    assertThatThrownBy(() -> Publications.parse("[" + item(view, location, format) + "]"))
        .isInstanceOf(JobFailure.class)
        .hasMessageStartingWith("--inputs: ")
        .hasMessageContaining(said);
  }

  @Test
  void shouldRefuseWhatIsNoListOfEntries() {
    assertThatThrownBy(() -> Publications.parse("{}"))
        .hasMessage("--inputs is '{}', expected a JSON array");
    assertThatThrownBy(() -> Publications.parse("[")).hasMessageStartingWith("--inputs is '['");
    assertThatThrownBy(() -> Publications.parse("[{\"view\":\"sales\",\"location\":5}]"))
        .hasMessageEndingWith("expected an object with the text 'location'");
    assertThatThrownBy(
            () ->
                Publications.parse(
                    "[%s,%s]".formatted(item("a", "raw/a/", "csv"), item("a", "raw/b/", "csv"))))
        .hasMessage(
            "--inputs: 'a' is published by make_a and by make_a, expected one step; rename one");
  }

  private static String item(String view, String location, String format) {
    return "{\"view\":\"%s\",\"location\":\"%s\",\"format\":\"%s\",\"step\":\"make_a\"}"
        .formatted(view, location, format);
  }
}
