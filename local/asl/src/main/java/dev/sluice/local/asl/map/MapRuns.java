package dev.sluice.local.asl.map;

import dev.sluice.local.asl.definition.MapState;
import dev.sluice.local.asl.integration.MachineRights;
import dev.sluice.local.asl.integration.TaskFailure;
import dev.sluice.local.asl.jsonata.QueryError;
import dev.sluice.local.asl.run.Attempt;
import dev.sluice.local.asl.run.Defect;
import dev.sluice.local.asl.run.MapStarter;
import dev.sluice.local.asl.run.RunIdentity;
import dev.sluice.local.asl.run.StateError;
import dev.sluice.local.asl.run.World;
import dev.sluice.local.base.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The map runs of one top-level execution, its children's included. */
public final class MapRuns implements MapStarter {
  private static final int MAX_REDRIVES = 1000;

  private final World world;
  private final Path directory;
  private final Map<String, MapRun> live = new ConcurrentHashMap<>();
  private CompletableFuture<Void> quiet = CompletableFuture.completedFuture(null);

  /**
   * @param directory the execution's
   */
  public MapRuns(World world, Path directory) {
    this.world = world;
    this.directory = directory;
  }

  /** Where the map run of that UUID lies. */
  public static Path directory(Path execution, String uuid) {
    return execution.resolve("map-" + uuid);
  }

  /** The label of a map run on disk. */
  public static String label(Path execution, String uuid) {
    Path file = directory(execution, uuid).resolve(MapRunState.CHILDREN);
    return MapRunHeader.of(JournalReader.first(file)).label();
  }

  public Collection<MapRun> live() {
    return live.values();
  }

  /**
   * A map run as it stands.
   *
   * @param maps those of the execution where it runs, or null
   * @param execution the execution's directory
   */
  public static MapRunState state(MapRuns maps, Path execution, String uuid) {
    MapRun run = maps == null ? null : maps.live.get(uuid);
    return run != null ? run.state() : MapRunState.load(directory(execution, uuid));
  }

  /** Completes when no map run is under way. */
  public CompletableFuture<Void> quiet() {
    synchronized (live) {
      return live.isEmpty() ? CompletableFuture.completedFuture(null) : quiet;
    }
  }

  private void opened(MapRun run) {
    synchronized (live) {
      if (live.isEmpty()) {
        quiet = new CompletableFuture<>();
      }
      live.put(run.state().header().uuid(), run);
    }
  }

  void closed(MapRun run) {
    synchronized (live) {
      live.remove(run.state().header().uuid());
      if (live.isEmpty()) {
        quiet.complete(null);
      }
    }
  }

  @Override
  public void start(Attempt attempt, MapState state) {
    MapPlan plan = MapPlan.of(attempt, state);
    String known = attempt.record() == null ? null : attempt.record().mapRun();
    String old = known == null ? null : known.substring(known.lastIndexOf(':') + 1);
    // A map run whose items were never read has nothing to redrive: AWS starts another one.
    boolean again = old != null && MapRunState.hasItems(directory(directory, old));
    try {
      requireRights(attempt.run().identity(), state.distributed().label(), again ? old : null);
    } catch (TaskFailure denied) {
      attempt.fail(new StateError(denied.error(), denied.cause()));
      return;
    }
    if (again) {
      redrive(attempt, state, plan, old);
    } else {
      begin(attempt, state, plan);
    }
  }

  /**
   * Children are executions of the machine, which its own role starts.
   *
   * @param old the map run that is redriven, null for a new one
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html">AWS</a>
   */
  private void requireRights(RunIdentity identity, String label, String old) {
    String machine = identity.machineArn().replaceFirst("/.*$", "");
    MachineRights rights = world.rights();
    rights.require(identity.roleArn(), identity.arn(), "states:StartExecution", machine);
    if (old != null) {
      String child = machine.replace(":stateMachine:", ":execution:") + "/" + label + ":" + old;
      rights.require(identity.roleArn(), identity.arn(), "states:RedriveExecution", child);
    }
  }

  private void begin(Attempt attempt, MapState state, MapPlan plan) {
    RunIdentity identity = attempt.run().identity();
    String uuid = UUID.randomUUID().toString();
    String label = state.distributed().label();
    // A child's machine already has a label, which the ARN of a nested map run does not repeat.
    String machineArn = identity.machineArn().replaceFirst("/.*$", "");
    String machineName = identity.machineName();
    String arn = machineArn.replace(":stateMachine:", ":mapRun:") + "/" + label + ":" + uuid;
    MapRunHeader header =
        new MapRunHeader(
            arn,
            uuid,
            label,
            identity.arn(),
            machineArn,
            machineName,
            identity.roleArn(),
            state.distributed().express(),
            MapItems.source(state, plan),
            world.clock().instant());
    Path place = directory(directory, header.uuid());
    MapRun run =
        new MapRun(
            world, this, new MapRunState(place, header, plan.limits()), attempt, state, plan);
    run.create();
    new MapRunEvents(attempt).started(header, plan.length());
    opened(run);
    run.watch();
    world.io().execute(() -> read(run, attempt, state, plan));
  }

  private void read(MapRun run, Attempt attempt, MapState state, MapPlan plan) {
    try {
      run.start(new MapItems(world).write(attempt, state, plan, run.state().directory()));
    } catch (IOException e) {
      run.unreadable(new StateError("States.ItemReaderFailed", e.getMessage()));
    } catch (QueryError e) {
      attempt.later(() -> run.unreadable(attempt.visit().evaluationFailed(e)));
    } catch (RuntimeException | Error e) {
      String arn = run.state().header().arn();
      run.unreadable(Defect.of("States.ItemReaderFailed", arn, "The items cannot be read", e));
    }
  }

  private void redrive(Attempt attempt, MapState state, MapPlan plan, String uuid) {
    world
        .io()
        .execute(
            () -> {
              try {
                MapRunState run = MapRunState.load(directory(directory, uuid));
                MapRun driver = new MapRun(world, this, run, attempt, state, plan);
                driver.prepareRedrive();
                attempt.later(() -> again(driver, attempt));
              } catch (RuntimeException | Error e) {
                StateError defect =
                    Defect.of("map run " + uuid, "The map run cannot be redriven", e);
                attempt.later(() -> attempt.fail(defect));
              }
            });
  }

  private void again(MapRun run, Attempt attempt) {
    if (run.state().redriveCount() >= MAX_REDRIVES) {
      attempt.fail(StateError.runtime("The map run has been redriven 1000 times already."));
      return;
    }
    run.reopen();
    new MapRunEvents(attempt).redriven(run.state().header(), run.state().redriveCount());
    opened(run);
    run.watch();
    run.start();
  }
}
