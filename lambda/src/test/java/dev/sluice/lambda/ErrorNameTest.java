package dev.sluice.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.core.function.ErrorName;
import dev.sluice.error.CrawlFailed;
import dev.sluice.error.CrawlTimedOut;
import dev.sluice.error.NothingExported;
import dev.sluice.error.PipelineAlreadyRunning;
import dev.sluice.error.TablesFileInvalid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorNameTest {
  @Test
  void shouldNameTheClassesThatHandlersThrow() {
    List<String> thrown =
        Stream.of(
                PipelineAlreadyRunning.class,
                TablesFileInvalid.class,
                NothingExported.class,
                CrawlFailed.class,
                CrawlTimedOut.class)
            .map(Class::getName)
            .toList();

    assertThat(thrown)
        .containsExactly(
            ErrorName.PIPELINE_ALREADY_RUNNING,
            ErrorName.TABLES_FILE_INVALID,
            ErrorName.NOTHING_EXPORTED,
            ErrorName.CRAWL_FAILED,
            ErrorName.CRAWL_TIMED_OUT);
  }
}
