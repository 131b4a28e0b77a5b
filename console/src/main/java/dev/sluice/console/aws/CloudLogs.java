package dev.sluice.console.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * Log groups of pipelines and their deployment in CloudWatch Logs. Reading them costs by the bytes
 * that are searched, so that every question is bounded in time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">
 *     FilterLogEvents</a>
 */
public final class CloudLogs {
  private final CloudWatchLogsClient logs;
  private final List<String> names;

  /**
   * Groups of some names.
   *
   * @param names state machines' names, which are in their functions' names too
   */
  public CloudLogs(CloudWatchLogsClient logs, List<String> names) {
    this.logs = logs;
    this.names = names;
  }

  /** The names of the groups whose names hold one of the names. */
  public List<String> groups() {
    return names.stream()
        .flatMap(
            name ->
                logs
                    .describeLogGroupsPaginator(r -> r.logGroupNamePattern(name))
                    .logGroups()
                    .stream())
        .map(LogGroup::logGroupName)
        .distinct()
        .toList();
  }

  /** The last lines of a group, oldest first. */
  public List<String> last(String group, int lines, Duration back) {
    return read(group, null, lines, back);
  }

  /** The last lines of a group that hold that text, oldest first. */
  public List<String> naming(String group, String text, int lines, Duration back) {
    return read(group, '"' + text + '"', lines, back);
  }

  private List<String> read(String group, String pattern, int lines, Duration back) {
    long start = Instant.now().minus(back).toEpochMilli();
    Deque<String> last = new ArrayDeque<>();
    for (FilteredLogEvent event :
        logs.filterLogEventsPaginator(
                r -> r.logGroupName(group).startTime(start).filterPattern(pattern))
            .events()) {
      last.add(event.message().stripTrailing());
      if (last.size() > lines) {
        last.removeFirst();
      }
    }
    return List.copyOf(last);
  }
}
