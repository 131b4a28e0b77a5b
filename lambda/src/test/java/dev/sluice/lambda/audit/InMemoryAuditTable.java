package dev.sluice.lambda.audit;

import dev.sluice.core.audit.FileState;
import dev.sluice.core.audit.Sequencer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** An audit table in memory; the contract suite shows that DynamoDB's does the same. */
public final class InMemoryAuditTable implements AuditTable {

  private final Map<String, AuditRecord> records = new TreeMap<>();
  private final Map<String, String> rawSequencers = new TreeMap<>();
  private final Set<String> announced = ConcurrentHashMap.newKeySet();
  private final Clock clock;

  public InMemoryAuditTable(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void announce(String dataset, Collection<String> objects) {
    announced.addAll(objects);
  }

  /** The objects of which a change was announced. */
  public Set<String> announced() {
    return announced;
  }

  @Override
  public synchronized Optional<AuditRecord> find(String dataset, String object) {
    return Optional.ofNullable(records.get(dataset + "\n" + object));
  }

  @Override
  public synchronized Change register(FileVersion file, Instant receivedAt) {
    Optional<AuditRecord> known = find(file.dataset(), file.object());
    if (known.filter(r -> !isNewer(file, r.file())).isPresent()) {
      return new Change(false, known);
    }
    List<Map<String, Object>> history =
        append(known, file, FileState.NEW, "", Timestamps.text(clock.instant()));
    String at = Timestamps.text(receivedAt);
    String raw = known.map(AuditRecord::raw).orElse("");
    String rawVersion = known.map(AuditRecord::rawVersion).orElse("");
    return put(
        new AuditRecord(
            file, FileState.NEW, at, "", 0, raw, rawVersion, "", "", "", List.of(), history));
  }

  @Override
  @SuppressWarnings("unchecked")
  public synchronized Change apply(Transition t) {
    Optional<AuditRecord> known = find(t.file().dataset(), t.file().object());
    boolean holds = known.filter(r -> r.speaksOf(t.file()) && r.state() == t.from()).isPresent();
    if (!holds) {
      return new Change(false, known);
    }
    AuditRecord old = known.get();
    Map<String, Object> details = t.details();
    if (details.containsKey("raw_sequencer")) {
      rawSequencers.put(old.file().object(), t.file().sequencer());
    }
    return put(
        new AuditRecord(
            old.file(),
            t.to(),
            old.receivedAt(),
            t.run(),
            (Long) details.getOrDefault("rows", old.rows()),
            (String) details.getOrDefault("raw", old.raw()),
            (String) details.getOrDefault("raw_version", old.rawVersion()),
            (String) details.getOrDefault("failed", old.failed()),
            (String) details.getOrDefault("report", old.report()),
            old.mailedAt(),
            (List<Map<String, Object>>) details.getOrDefault("errors", old.errors()),
            append(known, t.file(), t.to(), t.run(), Timestamps.text(t.at()))));
  }

  @Override
  public synchronized void noteRaw(FileVersion file, String rawUri) {
    String held = rawSequencers.getOrDefault(file.object(), "0");
    if (new Sequencer(file.sequencer()).isAfter(new Sequencer(held))) {
      rawSequencers.put(file.object(), file.sequencer());
      find(file.dataset(), file.object())
          .ifPresent(
              r ->
                  put(
                      new AuditRecord(
                          r.file(),
                          r.state(),
                          r.receivedAt(),
                          r.run(),
                          r.rows(),
                          rawUri,
                          file.versionId(),
                          r.failed(),
                          r.report(),
                          r.mailedAt(),
                          r.errors(),
                          r.history())));
    }
  }

  @Override
  public synchronized void markMailed(FileVersion file, Instant at) {
    find(file.dataset(), file.object())
        .filter(r -> r.speaksOf(file))
        .ifPresent(
            r ->
                put(
                    new AuditRecord(
                        r.file(),
                        r.state(),
                        r.receivedAt(),
                        r.run(),
                        r.rows(),
                        r.raw(),
                        r.rawVersion(),
                        r.failed(),
                        r.report(),
                        Timestamps.text(at),
                        r.errors(),
                        r.history())));
  }

  @Override
  public synchronized Optional<AuditRecord> firstIn(String dataset, FileState state) {
    List<AuditRecord> found = new ArrayList<>();
    forEachIn(dataset, state, found::add);
    return found.stream().findFirst();
  }

  @Override
  public synchronized void forEachIn(
      String dataset, FileState state, Consumer<AuditRecord> action) {
    List.copyOf(records.values()).stream()
        .filter(r -> r.file().dataset().equals(dataset) && r.state() == state)
        .forEach(action);
  }

  private Change put(AuditRecord record) {
    records.put(record.file().dataset() + "\n" + record.file().object(), record);
    return new Change(true, Optional.of(record));
  }

  private static List<Map<String, Object>> append(
      Optional<AuditRecord> known, FileVersion file, FileState state, String run, String at) {
    List<Map<String, Object>> history =
        new ArrayList<>(known.map(AuditRecord::history).orElse(List.of()));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("at", at);
    if (!run.isEmpty()) {
      entry.put("run", run);
    }
    entry.put("state", state.toString());
    entry.put("version_id", file.versionId());
    history.add(entry);
    return history.subList(Math.max(0, history.size() - HISTORY), history.size());
  }

  private static boolean isNewer(FileVersion file, FileVersion known) {
    return !file.versionId().equals(known.versionId())
        && new Sequencer(file.sequencer()).isAfter(new Sequencer(known.sequencer()));
  }
}
