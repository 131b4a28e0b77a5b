package dev.sluice.local.asl.map;

import dev.sluice.local.asl.definition.StateMachine;
import dev.sluice.local.asl.history.History;
import dev.sluice.local.asl.history.JournalHistory;
import dev.sluice.local.asl.history.SilentHistory;
import dev.sluice.local.asl.redrive.Recovery;
import dev.sluice.local.asl.run.Outcome;
import dev.sluice.local.asl.run.Payload;
import dev.sluice.local.asl.run.Run;
import dev.sluice.local.asl.run.RunIdentity;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.journal.Journal;
import java.time.Instant;

/** Makes the child executions of a map run. */
final class Children {
  private final World world;
  private final MapRuns maps;
  private final MapRunHeader header;
  private final StateMachine machine;
  private final Listener listener;

  /** Told of the end of a child. */
  @FunctionalInterface
  interface Listener {
    void ended(int child, Run run, Outcome outcome);
  }

  Children(
      World world, MapRuns maps, MapRunHeader header, StateMachine machine, Listener listener) {
    this.world = world;
    this.maps = maps;
    this.header = header;
    this.machine = machine;
    this.listener = listener;
  }

  Run create(int child, ChildTable table, Payload input, Journal journal, Recovery recovery) {
    String name = table.name(child);
    long redriven = table.redriven(child);
    RunIdentity identity =
        new RunIdentity(
            header.childArn(name),
            name,
            header.childMachineArn(),
            header.machineName() + "/" + header.label(),
            header.roleArn(),
            Instant.ofEpochMilli(table.started(child)),
            table.redrives(child),
            redriven == 0 ? null : Instant.ofEpochMilli(redriven));
    long last = recovery == null ? 0 : recovery.lastEvent();
    History history =
        header.express()
            ? new SilentHistory()
            : new JournalHistory(journal, world.clock(), child, last);
    return new Run(
        identity,
        machine,
        input,
        history,
        world,
        maps,
        (run, outcome) -> listener.ended(child, run, outcome));
  }

  /**
   * @param recovery how far the child had come in an earlier attempt, or null
   */
  void begin(Run run, Recovery recovery) {
    if (recovery == null) {
      run.start();
    } else {
      run.resume(recovery.root(), null);
    }
  }
}
