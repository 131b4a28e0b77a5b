package dev.sluice.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final List<String> KNOWN = List.of("sql", "lake", "parameters", "partitions");

  @Test
  void shouldReadPairsAmongGluesOwnArguments() {
    Arguments arguments =
        parse(
            "--JOB_NAME",
            "x",
            "--enable-metrics",
            "--lake",
            "s3://bucket//",
            "--partitions",
            "",
            "--sql",
            "-1");

    assertThat(arguments.location("lake")).isEqualTo("s3://bucket");
    assertThat(arguments.optional("partitions")).isEmpty();
    assertThat(arguments.required("sql")).isEqualTo("-1");
  }

  @Test
  void shouldAskWhetherAMisspeltNameIsMeant() {
    assertThatThrownBy(() -> parse("--paramters", "{}"))
        .hasMessage("unknown argument --paramters; did you mean --parameters?");
  }

  // As Glue starts scripts:
  // https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html.
  @Test
  void shouldIgnoreWhatItDoesNotKnow() {
    Arguments arguments =
        parse(
            "GlueApp",
            "true",
            "--JOB_ID",
            "j_1",
            "true",
            "--enable-metrics",
            "--sql",
            "a",
            "--TempDir",
            "s3://temp/",
            "--JOB_RUN_ID",
            "jr_1",
            "stray");

    assertThat(arguments.required("sql")).isEqualTo("a");
    assertThat(arguments.optional("lake")).isEmpty();
  }

  @Test
  void shouldPassOverANameLikeOneThatIsGiven() {
    assertThat(parse("--paramters", "x", "--parameters", "{}").required("parameters"))
        .isEqualTo("{}");
  }

  @Test
  void shouldRefuseAnArgumentThatCannotBeMeant() {
    assertThatThrownBy(() -> parse("--sql", "a", "--sql", "b"))
        .hasMessage("argument --sql is given twice, 'a' and 'b'");
    assertThatThrownBy(() -> parse("--lake", "bucket").location("lake"))
        .hasMessage("--lake is 'bucket', expected a location such as s3://bucket");
    assertThatThrownBy(() -> parse().required("lake"))
        .hasMessage("argument --lake is missing; the job needs it");
  }

  private static Arguments parse(String... args) {
    return Arguments.parse(args, KNOWN);
  }
}
