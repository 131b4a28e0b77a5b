package dev.sluice.local.asl.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.json.Json;
import java.time.Clock;

/** Writes events to a journal, which it shares with others where an execution is a map's child. */
public final class JournalHistory implements History {
  private final Journal journal;
  private final Clock clock;
  private final int child;
  private long last;

  /**
   * @param child the child's number in its map run, or -1
   * @param last the last event's id so far
   */
  public JournalHistory(Journal journal, Clock clock, int child, long last) {
    this.journal = journal;
    this.clock = clock;
    this.child = child;
    this.last = last;
  }

  @Override
  public long add(
      String flow, long previous, String type, ObjectNode details, ObjectNode internal) {
    ObjectNode event = Json.object();
    event.put("timestamp", Json.seconds(clock.instant()));
    event.put("type", type);
    event.put("id", ++last);
    event.put("previousEventId", previous);
    if (details != null) {
      event.set(EventTypes.detailsOf(type), details);
    }
    write(flow, event, internal);
    return last;
  }

  @Override
  public void note(String flow, ObjectNode internal) {
    write(flow, null, internal);
  }

  private void write(String flow, ObjectNode event, ObjectNode internal) {
    ObjectNode line = Json.object();
    if (child >= 0) {
      line.put("c", child);
    }
    line.put("f", flow);
    if (event != null) {
      line.set("e", event);
    }
    if (internal != null) {
      line.set("x", internal);
    }
    journal.write(line);
  }

  @Override
  public boolean full() {
    return last >= LIMIT - 1;
  }

  @Override
  public long last() {
    return last;
  }
}
