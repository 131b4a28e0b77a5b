package dev.sluice.glue.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.glue.GlueRun;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;

class RelationsTest {
  private static final SparkSession SPARK = GlueRun.newSession();

  @Test
  void shouldFindTablesInJoinsSubqueriesAndInserts() throws ParseException {
    assertThat(
            of("INSERT OVERWRITE DIRECTORY 'x' USING parquet SELECT (SELECT max(a) FROM c) FROM Sales s JOIN b USING (id) "
                    + "WHERE EXISTS (SELECT 1 FROM d WHERE d.x IN (SELECT y FROM e))")
                .names())
        .containsExactlyInAnyOrder("sales", "b", "c", "d", "e");
  }

  @Test
  void shouldLeaveOutWhatTheStatementDefines() throws ParseException {
    assertThat(of("WITH a AS (SELECT * FROM x), b AS (SELECT * FROM a) SELECT * FROM b, y").names())
        .containsExactlyInAnyOrder("x", "y");
    assertThat(of("WITH sales AS (SELECT * FROM sales) SELECT * FROM sales").names())
        .containsExactly("sales");
  }

  @Test
  void shouldFindTablesOfViewsAndFiles() throws ParseException {
    assertThat(of("CREATE OR REPLACE TEMPORARY VIEW v AS SELECT * FROM t").names())
        .containsExactly("t");
    assertThat(of("SELECT * FROM parquet.`s3://b/x/`").files())
        .containsExactly(new Relations.Files("parquet", "s3://b/x/"));
    assertThat(of("SELECT * FROM db.t").names()).containsExactly("db.t");
  }

  private static Relations of(String sql) throws ParseException {
    var classic = (org.apache.spark.sql.classic.SparkSession) SPARK;
    return Relations.of(classic.sessionState().sqlParser().parsePlan(sql));
  }
}
