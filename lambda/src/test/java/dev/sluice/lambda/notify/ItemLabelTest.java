package dev.sluice.lambda.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemLabelTest {
  @Test
  void shouldNameATableOrAFile() {
    assertThat(ItemLabel.of("{\"run\":\"r\",\"table\":\"orders\"}")).isEqualTo("orders");
    assertThat(ItemLabel.of("{\"bucket\":\"b\",\"key\":\"sales/a.csv\"}")).isEqualTo("sales/a.csv");
    assertThat(ItemLabel.of("{\"segment\":3}")).isEqualTo("3");
  }

  @Test
  void shouldNameABatchByItsFirstItem() {
    assertThat(ItemLabel.of("{\"Items\":[{\"key\":\"a\"},{\"key\":\"b\"},{\"key\":\"c\"}]}"))
        .isEqualTo("a and 2 more");
    assertThat(ItemLabel.of("{\"Items\":[{\"key\":\"a\"}]}")).isEqualTo("a");
  }

  @Test
  void shouldShowWhatItDoesNotKnow() {
    assertThat(ItemLabel.of("[1,\n2]")).isEqualTo("[1, 2]");
    assertThat(ItemLabel.of("{broken")).isEqualTo("{broken");
    assertThat(ItemLabel.of(null)).isEqualTo("an item");
    assertThat(ItemLabel.of("\"" + "x".repeat(200) + "\"")).hasSize(103).endsWith("...");
  }
}
