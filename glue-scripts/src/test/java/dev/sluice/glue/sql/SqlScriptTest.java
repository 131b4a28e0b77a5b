package dev.sluice.glue.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
  private static final Parameters PARAMETERS =
      new Parameters(
          Map.of("lake", "s3://bucket", "n", "-3.5", "quote", "it's", "code", "1; DROP"));

  @Test
  void shouldSplitAtSemicolonsOutsideOfQuotesAndComments() {
    assertThat(
            filled(
                "SELECT ';' ; SELECT \";\\\";\" /* ; /* ; */ ; */ ; -- ;\nSELECT `;``;` -- it's\n;;\n"))
        .containsExactly(
            "SELECT ';'", "SELECT \";\\\";\" /* ; /* ; */ ; */", "SELECT `;``;` -- it's");
  }

  @Test
  void shouldKnowStringsWithAndWithoutEscapes() {
    assertThat(filled("SELECT 'a\\';b'; SELECT r'a\\'; SELECT R\"\\\"; SELECT bar'x\\';'"))
        .containsExactly("SELECT 'a\\';b'", "SELECT r'a\\'", "SELECT R\"\\\"", "SELECT bar'x\\';'");
  }

  @Test
  void shouldKeepHints() {
    assertThat(filled("SELECT /*+ REPARTITION(1) */ 1"))
        .containsExactly("SELECT /*+ REPARTITION(1) */ 1");
  }

  @Test
  void shouldSayOnWhichLineAStatementStarts() {
    assertThat(
            SqlScript.parse("x.sql", "-- head\n\nSELECT 1;\n\n\n-- next\n  SELECT 2").statements())
        .extracting(SqlStatement::line)
        .containsExactly(3, 7);
  }

  @Test
  void shouldSayWhatIsNotClosed() {
    assertThatThrownBy(() -> filled("SELECT 1;\nSELECT 'a"))
        .hasMessage("x.sql, line 2: the quote ' is never closed");
    assertThatThrownBy(() -> filled("\n/* a"))
        .hasMessage("x.sql, line 2: the comment is never closed with */");
    assertThatThrownBy(() -> filled("-- nothing\n;"))
        .hasMessageStartingWith("x.sql holds no statement");
  }

  @Test
  void shouldFillParametersExceptInComments() {
    assertThat(filled("SELECT '${lake}/x', `${lake}`, ${n} -- ${nope}"))
        .containsExactly("SELECT 's3://bucket/x', `s3://bucket`, -3.5 -- ${nope}");
  }

  @Test
  void shouldRefuseValuesThatCouldLeaveTheirPlace() {
    assertThatThrownBy(() -> filled("SELECT '${quote}'"))
        .hasMessageStartingWith("parameter quote is 'it's'");
    assertThat(filled("SELECT \"${quote}\"")).containsExactly("SELECT \"it's\"");
    assertThatThrownBy(() -> filled("SELECT ${code}"))
        .hasMessageContaining("a number or a plain name");
    assertThatThrownBy(() -> filled("SELECT ${lake}"))
        .hasMessageContaining("a number or a plain name");
  }

  private static List<String> filled(String sql) {
    return SqlScript.parse("x.sql", sql).statements().stream()
        .map(s -> s.fill(PARAMETERS))
        .toList();
  }
}
