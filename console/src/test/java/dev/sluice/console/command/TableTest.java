package dev.sluice.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = new Table("No files.", "file", "received at", "rows");

  @Test
  void shouldAlignColumnsForPeople() {
    table.row("sales/january.csv", "12:00", 31L).row("b", null, null);

    assertThat(table.toText())
        .isEqualTo(
            """
            FILE               RECEIVED AT  ROWS
            sales/january.csv  12:00        31
            b
            """);
  }

  @Test
  void shouldKeepARowOnOneLineWhateverItHolds() {
    table.row("a\nb\u001b[2J", "12:00", 1L);

    assertThat(table.toText())
        .isEqualTo(
            """
            FILE           RECEIVED AT  ROWS
            a\\nb\\u001B[2J  12:00        1
            """);
  }

  @Test
  void shouldKeepNumbersNumbersForScripts() {
    table.row("a \"quoted\"", "12:00", 31L);

    assertThat(table.toJson())
        .isEqualTo("[{\"file\":\"a \\\"quoted\\\"\",\"received_at\":\"12:00\",\"rows\":31}]\n");
  }

  @Test
  void shouldSayThatThereAreNoRows() {
    assertThat(table.toText()).isEqualTo("No files.\n");
    assertThat(table.toJson()).isEqualTo("[]\n");
  }
}
