package dev.sluice.local.asl.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.run.EventDetails;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.base.json.Json;

/** The end of a child, as the journal of the map run keeps it. */
final class ChildEnd {
  private ChildEnd() {}

  static ObjectNode of(ChildTable table, int child, Outcome outcome, long now) {
    ObjectNode end = Json.object();
    end.put("status", outcome.status().name());
    end.put("started", table.started(child));
    end.put("stopped", now);
    end.put("redrives", table.redrives(child));
    if (table.redriven(child) > 0) {
      end.put("redriven", table.redriven(child));
    }
    if (outcome.output() != null) {
      end.put("output", outcome.output().text());
    }
    if (outcome.error() != null) {
      EventDetails.error(end, outcome.error());
    }
    return end;
  }
}
