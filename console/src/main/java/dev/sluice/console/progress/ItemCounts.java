package dev.sluice.console.progress;

import dev.sluice.core.trail.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.MapRunItemCounts;
import software.amazon.awssdk.services.sfn.model.MapRunListItem;

/** Items done of all in an execution's map runs, by step: a map run's label is its step's name. */
public final class ItemCounts {
  private ItemCounts() {}

  /** Texts such as {@code 12/200 items, 1 failed}, by step. */
  public static Map<String, String> of(SfnClient stepFunctions, String executionArn) {
    Map<String, String> counts = new LinkedHashMap<>();
    for (MapRunListItem run :
        stepFunctions.listMapRunsPaginator(r -> r.executionArn(executionArn)).mapRuns()) {
      MapRunItemCounts items =
          stepFunctions.describeMapRun(r -> r.mapRunArn(run.mapRunArn())).itemCounts();
      counts.put(Event.labelOf(run.mapRunArn()), text(items));
    }
    return counts;
  }

  private static String text(MapRunItemCounts items) {
    long failed = items.failed() + items.timedOut() + items.aborted();
    String done = items.succeeded() + "/" + items.total() + " items";
    return failed == 0 ? done : done + ", " + failed + " failed";
  }
}
