package dev.sluice.local.aws.services.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.aws.access.Described;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Glue's operations need.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html">
 *     levels of the catalog</a>
 */
class GlueAccessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StartCrawler    | {'Name': 'lake'}        | crawler/lake",
        "StopCrawler     | {'Name': 'lake'}        | crawler/lake",
        "GetCrawler      | {'Name': 'lake'}        | crawler/lake",
        "ListCrawls      | {'CrawlerName': 'lake'} | crawler/lake",
        "GetJob          | {'JobName': 'sql'}      | job/sql",
        "StartJobRun     | {'JobName': 'sql'}      | job/sql",
        "GetJobRun       | {'JobName': 'sql', 'RunId': 'r'} | job/sql",
        "GetJobRuns      | {'JobName': 'sql'}      | job/sql",
        "BatchStopJobRun | {'JobName': 'sql'}      | job/sql",
        "GetDatabases    | {}                      | catalog database/*",
        "GetDatabase     | {'Name': 'shop'}        | catalog database/shop",
        "GetTables       | {'DatabaseName': 'shop'} | catalog database/shop table/shop/*",
        "GetTable        | {'DatabaseName': 'shop', 'Name': 't'} | catalog database/shop table/shop/t",
        "GetPartitions   | {'DatabaseName': 'shop', 'TableName': 't'} | catalog database/shop table/shop/t",
      })
  void shouldNeedEveryLevelOfWhatItSpeaksOf(String operation, String input, String resources) {
    assertThat(Described.of(new GlueAccess(), operation, input))
        .containsExactly(
            java.util.Arrays.stream(resources.split(" "))
                .map(resource -> "glue:" + operation + " glue:::" + resource)
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"ListJobs", "ListCrawlers", "GetSecurityConfiguration"})
  void shouldNeedAllResourcesForWhatSpeaksOfNoneInParticular(String operation) {
    assertThat(Described.of(new GlueAccess(), operation, "{}"))
        .containsExactly("glue:" + operation + " *");
  }
}
