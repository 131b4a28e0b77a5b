package dev.sluice.pipeline.model;

import static dev.sluice.pipeline.Pipelines.branch;
import static dev.sluice.pipeline.Pipelines.parallel;
import static dev.sluice.pipeline.Pipelines.pipeline;
import static dev.sluice.pipeline.Pipelines.sql;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDrawingTest {

  @Test
  void shouldDrawPartsBesideAndBelowEachOther() {
    Pipeline pipeline =
        pipeline(
            "nested",
            sql("first"),
            parallel(
                branch(sql("a"), parallel(sql("b"), sql("cc")), sql("d")),
                sql("long_name_of_a_step")),
            parallel(sql("x"), sql("y"), sql("z")));

    assertThat(pipeline.drawing())
        .isEqualTo(
            """
            first ───┬─ a ───┬─ b ──┬─── d ──┬────┬─ x ─┬
                     │       └─ cc ─┘        │    ├─ y ─┤
                     └─ long_name_of_a_step ─┘    └─ z ─┘
            """);
  }
}
