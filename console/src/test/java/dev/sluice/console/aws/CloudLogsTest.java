package dev.sluice.console.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

class CloudLogsTest {
  private static final String GROUP = "/aws/lambda/sluice-orders-guard";

  private final Recorded client = new Recorded();
  private final CloudLogs logs = new CloudLogs(client, List.of("sluice-orders"));

  @Test
  void shouldListTheGroupsThatBearTheMachinesName() {
    assertThat(logs.groups()).containsExactly(GROUP);
    assertThat(client.groupRequests.get(0).logGroupNamePattern()).isEqualTo("sluice-orders");
  }

  @Test
  void shouldListAGroupOnceThatBearsSeveralNames() {
    assertThat(new CloudLogs(client, List.of("sluice-orders", "sluice")).groups())
        .containsExactly(GROUP);
  }

  @Test
  void shouldGiveTheLastLinesOfAllPages() {
    assertThat(logs.last(GROUP, 3, Duration.ofHours(1))).containsExactly("c", "d", "e");
    assertThat(client.eventRequests).hasSize(2);
    assertThat(client.eventRequests.get(0).filterPattern()).isNull();
  }

  @Test
  void shouldBoundWhatIsSearched() {
    long before = Instant.now().minus(Duration.ofHours(2)).toEpochMilli();
    logs.naming(GROUP, "20260131-142530-7f3a", 3, Duration.ofHours(2));
    FilterLogEventsRequest asked = client.eventRequests.get(0);
    assertThat(asked.filterPattern()).isEqualTo("\"20260131-142530-7f3a\"");
    assertThat(asked.startTime()).isBetween(before, before + 60_000);
  }

  /** Answers from memory, five lines in two pages. */
  private static final class Recorded implements CloudWatchLogsClient {
    private final List<DescribeLogGroupsRequest> groupRequests = new ArrayList<>();
    private final List<FilterLogEventsRequest> eventRequests = new ArrayList<>();

    @Override
    public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
      groupRequests.add(request);
      return DescribeLogGroupsResponse.builder()
          .logGroups(List.of(LogGroup.builder().logGroupName(GROUP).build()))
          .build();
    }

    @Override
    public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
      eventRequests.add(request);
      boolean first = request.nextToken() == null;
      return FilterLogEventsResponse.builder()
          .events(
              (first ? List.of("a\n", "b\n") : List.of("c\n", "d\n", "e\n"))
                  .stream().map(line -> FilteredLogEvent.builder().message(line).build()).toList())
          .nextToken(first ? "more" : null)
          .build();
    }

    @Override
    public String serviceName() {
      return "logs";
    }

    @Override
    public void close() {}
  }
}
