package dev.sluice.console.chaos;

import dev.sluice.console.aws.PipelineInfo;
import dev.sluice.console.aws.Target;
import dev.sluice.console.local.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run has left: one fact a thing, such as {@code lake/curated/leads_by_day/*.parquet} and
 * its rows. Names that every run chooses anew are in no fact.
 */
record Leavings(Map<String, String> facts) {

  /** All of it, while the embedded AWS runs. */
  static Leavings of(Home home, Target target, PipelineInfo pipeline) throws IOException {
    Map<String, String> facts = new TreeMap<>();
    facts.putAll(BucketFacts.of(target, pipeline.stores(), home.state().resolve("lake-copy")));
    Map<String, String> audited = AuditFacts.of(target, pipeline);
    facts.putAll(audited);
    facts.putAll(MailFacts.of(target, audited.keySet()));
    return new Leavings(facts);
  }

  /** What of this is otherwise there: one sentence each. */
  List<String> differences(Leavings other) {
    List<String> found = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    for (String name : names) {
      String here = facts.getOrDefault(name, "nothing");
      String there = other.facts.getOrDefault(name, "nothing");
      if (!here.equals(there)) {
        found.add(name + ": found " + there + ", expected " + here);
      }
    }
    return found;
  }
}
