package dev.sluice.local.spark.role;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;

/**
 * Whose code the calling thread executes. One for the JVM, since Hadoop and the SDK make what asks
 * for it by themselves. Thread-safe.
 *
 * <p>A Spark task belongs to the run that started its job. Other threads belong to the run whose
 * Spark work they do at the moment: Spark's own pools are handed that with the work. The rest
 * belong to the run that started them, as far as {@link InheritableThreadLocal} goes; a pool that
 * outlives its run belongs to nobody then.
 */
public final class CallingRun {
  /** Spark carries this local property from the thread that starts a job to the job's tasks. */
  private static final String PROPERTY = "sluice.run";

  private static final Map<String, Credentials> UNDER_WAY = new ConcurrentHashMap<>();
  private static final InheritableThreadLocal<String> STARTED_BY = new InheritableThreadLocal<>();
  private static volatile SparkContext driver;

  private CallingRun() {}

  /** Spark's driver from now on. */
  public static void driver(SparkContext context) {
    driver = context;
  }

  /** From now on the calling thread, and those that it starts, execute that run's code. */
  public static void begin(String run, Credentials credentials) {
    UNDER_WAY.put(run, credentials);
    STARTED_BY.set(run);
  }

  /** From now on the Spark jobs that the calling thread starts execute the code of its run. */
  public static void beginJobs(SparkContext context) {
    context.setLocalProperty(PROPERTY, STARTED_BY.get());
  }

  /** Takes the run's rights from all of its threads; to be called by the one that began it. */
  public static void end(String run) {
    SparkContext context = driver;
    if (context != null) {
      context.setLocalProperty(PROPERTY, null);
    }
    STARTED_BY.remove();
    UNDER_WAY.remove(run);
    RoleFileSystems.closeIdle();
  }

  /** Lets threads that the calling task starts belong to its run too. */
  static void taskStarts() {
    STARTED_BY.set(id());
  }

  static void taskEnds() {
    STARTED_BY.remove();
  }

  /** The run's id, which may have ended; null where the thread works for none. */
  public static String id() {
    TaskContext task = TaskContext.get();
    if (task != null) {
      return task.getLocalProperty(PROPERTY);
    }
    SparkContext context = driver;
    String working = context == null ? null : context.getLocalProperty(PROPERTY);
    return working == null ? STARTED_BY.get() : working;
  }

  /** Empty where the thread works for no run that is under way. */
  static Optional<Credentials> credentials() {
    return Optional.ofNullable(id()).map(UNDER_WAY::get);
  }

  /** Of all runs that are under way. */
  static Set<Credentials> inUse() {
    return Set.copyOf(UNDER_WAY.values());
  }
}
