package dev.sluice.console.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Reads what an execution's history has gained since the last reading. Newest events are asked for
 * first, so that a reading costs as many pages as there are new events.
 */
public final class HistoryReader {
  private static final int PAGE = 200;

  private final SfnClient stepFunctions;
  private final String executionArn;
  private long last;

  public HistoryReader(SfnClient stepFunctions, String executionArn) {
    this.stepFunctions = stepFunctions;
    this.executionArn = executionArn;
  }

  /** The events after the last reading, oldest first. */
  public List<HistoryEvent> next() {
    List<HistoryEvent> fresh = new ArrayList<>();
    String token = null;
    boolean more = true;
    while (more) {
      String page = token;
      GetExecutionHistoryResponse response =
          stepFunctions.getExecutionHistory(
              r ->
                  r.executionArn(executionArn)
                      .reverseOrder(true)
                      .maxResults(PAGE)
                      .includeExecutionData(true)
                      .nextToken(page));
      for (HistoryEvent event : response.events()) {
        if (event.id() <= last) {
          more = false;
          break;
        }
        fresh.add(event);
      }
      token = response.nextToken();
      more = more && token != null;
    }
    if (!fresh.isEmpty()) {
      last = fresh.get(0).id();
    }
    Collections.reverse(fresh);
    return fresh;
  }
}
