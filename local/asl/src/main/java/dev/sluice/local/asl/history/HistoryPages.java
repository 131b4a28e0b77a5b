package dev.sluice.local.asl.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.Page;
import dev.sluice.local.base.journal.JournalReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** GetExecutionHistory, from a journal. */
public final class HistoryPages {
  private static final String[] DATA = {"input", "output", "parameters", "assignedVariables"};

  private HistoryPages() {}

  /**
   * @param request maxResults, nextToken, reverseOrder, includeExecutionData
   * @param mine the journal's lines that belong to the execution
   */
  public static ObjectNode of(JsonNode request, Path journal, Predicate<JsonNode> mine) {
    List<JsonNode> events = new ArrayList<>();
    JournalReader.each(
        journal,
        (offset, line) -> {
          if (line.has("e") && mine.test(line)) {
            events.add(line.get("e"));
          }
          return true;
        });
    if (request.path("reverseOrder").asBoolean()) {
      Collections.reverse(events);
    }
    boolean data = request.path("includeExecutionData").asBoolean(true);
    return Page.of(request, "events", events, event -> data ? event : withoutData(event));
  }

  private static JsonNode withoutData(JsonNode event) {
    ObjectNode bare = event.deepCopy();
    for (JsonNode details : bare) {
      if (details instanceof ObjectNode node) {
        node.remove(List.of(DATA));
      }
    }
    return bare;
  }
}
