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
 * A pipeline's log groups in CloudWatch Logs. Reading them costs by the bytes that are searched, so
 * that every question is bounded in time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">
 *     FilterLogEvents</a>
 */
public final class CloudLogs {
  private final CloudWatchLogsClient logs;
  private final String machine;

  public CloudLogs(CloudWatchLogsClient logs, PipelineInfo pipeline) {
    String arn = pipeline.stateMachineArn();
    this.logs = logs;
    this.machine = arn.substring(arn.lastIndexOf(':') + 1);
  }

  /** The groups whose names hold the state machine's name, as those of its functions do. */
  public List<LogGroup> groups() {
    return logs.describeLogGroupsPaginator(r -> r.logGroupNamePattern(machine)).logGroups().stream()
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
