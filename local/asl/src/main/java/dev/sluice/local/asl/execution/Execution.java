package dev.sluice.local.asl.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.asl.api.AslException;
import dev.sluice.local.asl.history.JournalHistory;
import dev.sluice.local.asl.map.MapRuns;
import dev.sluice.local.asl.redrive.Recovery;
import dev.sluice.local.asl.run.FlowRecord;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.RunIdentity;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.Status;
import dev.sluice.local.base.journal.Journal;
import dev.sluice.local.base.journal.JournalReader;
import dev.sluice.local.base.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One top-level execution, in its own directory. Safe for use by several threads. */
public final class Execution {
  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  private final Setting setting;
  private final Path directory;
  private final Header header;
  private Summary summary;
  private Run run;
  private Journal journal;
  private MapRuns maps;
  private boolean interrupted;
  private CompletableFuture<Void> end = CompletableFuture.completedFuture(null);

  private Execution(Setting setting, Path directory, Header header, Summary summary) {
    this.setting = setting;
    this.directory = directory;
    this.header = header;
    this.summary = summary;
  }

  /** Makes a new one, which exists on disk from then on. */
  static Execution create(Setting setting, Path directory, Header header, Payload input) {
    Execution execution = new Execution(setting, directory, header, Summary.STARTED);
    execution.journal = Journal.open(execution.file());
    execution.journal.write(header.toJson(input.text()));
    // Who has the answer may rely on it, after a power cut too.
    execution.journal.force();
    return execution;
  }

  /** Starts it, once. */
  void begin(Payload input) {
    Run first;
    synchronized (this) {
      first = open(input, 0);
    }
    // In this order, since nobody should hear of the end before the beginning.
    tell(null);
    first.start();
  }

  /**
   * Finds one on disk; one that a dead process left running is marked as failed.
   *
   * @return null where the process died before the first line was written
   */
  static Execution load(Setting setting, Path directory) {
    Path file = directory.resolve("journal.jsonl");
    JsonNode first = JournalReader.first(file);
    return first == null ? null : Interrupted.load(setting, directory, first);
  }

  static Execution known(
      Setting setting, Path directory, Header header, Summary summary, boolean interrupted) {
    Execution execution = new Execution(setting, directory, header, summary);
    execution.interrupted = interrupted;
    return execution;
  }

  /** True where the death of the process before this one ended it. */
  boolean wasInterrupted() {
    return interrupted;
  }

  void tellInterrupted() {
    tell(new Outcome(Status.FAILED, null, Interrupted.STOPPED));
  }

  /** Redrives it. Returns when. */
  Instant redrive(String clientToken) {
    Run again;
    Instant now = setting.world().clock().instant();
    FlowRecord record;
    ObjectNode internal = Json.object();
    synchronized (this) {
      if (clientToken != null && clientToken.equals(summary.clientToken())) {
        return summary.redriven();
      }
      String obstacle = Redrivable.obstacle(summary, now);
      if (obstacle != null) {
        throw new AslException("ExecutionNotRedrivable", obstacle);
      }
      Recovery recovery = Recovery.of(file());
      record = recovery.root();
      Payload input = new Payload(Json.parse(input()));
      summary = summary.redriven(now, clientToken);
      journal = Journal.open(file());
      internal.set("redrive", summary.toJson());
      again = open(input, recovery.lastEvent());
    }
    tell(null);
    again.resume(record, internal);
    return now;
  }

  private Run open(Payload input, long lastEvent) {
    end = new CompletableFuture<>();
    maps = new MapRuns(setting.world(), directory);
    RunIdentity identity =
        new RunIdentity(
            header.arn(),
            header.name(),
            header.machineArn(),
            header.machineName(),
            header.roleArn(),
            header.started(),
            summary.redriveCount(),
            summary.redriven());
    run =
        new Run(
            identity,
            setting.definitions().machine(header.definition()),
            input,
            new JournalHistory(journal, setting.world().clock(), -1, lastEvent),
            setting.world(),
            maps,
            this::ended);
    return run;
  }

  private void ended(Run ended, Outcome outcome) {
    CompletableFuture<Void> children = liveMaps().quiet();
    if (children.isDone()) {
      finish(ended, outcome);
    } else {
      // A redrive must not find children that are still being stopped.
      children.thenRun(() -> ended.execute(() -> finish(ended, outcome)));
    }
  }

  private void finish(Run ended, Outcome outcome) {
    CompletableFuture<Void> waiting;
    synchronized (this) {
      Instant now = setting.world().clock().instant();
      Summary last = summary.ended(outcome.status(), now, ended.history().last() + 1);
      ObjectNode internal = Json.object();
      internal.set("sum", last.toJson());
      ended.recordEnd(outcome, internal);
      // Before anybody hears of the end, which would else be told twice after a power cut.
      journal.force();
      journal.close();
      summary = last;
      run = null;
      maps = null;
      journal = null;
      waiting = end;
      // Before a redrive can begin, whose news would overtake this.
      tell(outcome);
    }
    waiting.complete(null);
  }

  private void tell(Outcome outcome) {
    try {
      setting.listener().statusChanged(StatusChange.of(this, outcome));
    } catch (RuntimeException e) {
      // Whoever listens is no part of the execution, which goes on.
      LOG.warn("The status of {} could not be announced", header.arn(), e);
    }
  }

  /** Stops it, and says when it has ended. */
  CompletableFuture<Void> stop(StateError error) {
    Run running;
    CompletableFuture<Void> waiting;
    synchronized (this) {
      running = run;
      waiting = end;
    }
    if (running != null) {
      running.stop(error);
    }
    return waiting;
  }

  public Header header() {
    return header;
  }

  public synchronized Summary summary() {
    return summary;
  }

  Instant now() {
    return setting.world().clock().instant();
  }

  public Path directory() {
    return directory;
  }

  public Path file() {
    return directory.resolve("journal.jsonl");
  }

  /** The map runs of an execution under way, or null. */
  public synchronized MapRuns liveMaps() {
    return maps;
  }

  /** The execution's input as text. */
  public String input() {
    return Header.input(JournalReader.first(file()));
  }

  /** The details of the event that ended it; empty while it runs. */
  public JsonNode ending() {
    if (summary().status() == Status.RUNNING) {
      return Json.object();
    }
    JsonNode event = JournalReader.last(file()).path("e");
    return event.path(lower(event.path("type").asText()) + "EventDetails");
  }

  private static String lower(String type) {
    return type.isEmpty() ? type : Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }
}
