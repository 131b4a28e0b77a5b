package dev.sluice.local.spark;

import dev.sluice.local.spark.role.CallingRun;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.JobArtifactSet;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * One run of a script: a thread, a Spark session and a class loader of its own, so that runs beside
 * and after each other see nothing of each other.
 */
final class JobRun implements Runnable {
  private final RunRequest request;
  private final Workshop workshop;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile SparkContext context;

  JobRun(RunRequest request, Workshop workshop) {
    this.request = request;
    this.workshop = workshop;
    this.thread = new Thread(this, request.run());
  }

  void start() {
    thread.start();
  }

  /** Stops what the run does now and keeps it from starting more; it then ends as STOPPED. */
  void stop() {
    stopped = true;
    SparkContext running = context;
    if (running != null && !running.isStopped()) {
      running.cancelJobGroupAndFutureJobs(request.run(), "the run was stopped");
    }
    thread.interrupt();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /** True where this run's code is what made the JVM exit. */
  boolean isExiting() {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Runtime")
          && frame.getMethodName().equals("exit")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void run() {
    String id = request.run();
    ClassLoader own = null;
    try {
      workshop.logs().begin(id, request.log());
      CallingRun.begin(id, request.credentials());
      workshop.replies().state(id, RunState.RUNNING);
      var session = workshop.spark().newSession();
      context = session.sparkContext();
      Configuration configuration = context.hadoopConfiguration();
      List<Path> jars = new ArrayList<>();
      for (String jar : request.extraJars()) {
        jars.add(workshop.files().fetch(jar, configuration));
      }
      Path script = workshop.files().fetch(request.scriptUri(), configuration);
      Path classes = workshop.compiler().compile(script, jars);
      own = workshop.loaders().of(classes, jars);
      try {
        call(session, own, jars);
      } finally {
        if (!context.isStopped()) {
          session.artifactManager().close();
        }
      }
      workshop.ended(this, id, stopped ? RunState.STOPPED : RunState.SUCCEEDED, null);
    } catch (Throwable failure) {
      Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
      if (!stopped) {
        cause.printStackTrace();
      }
      workshop.ended(
          this, id, stopped ? RunState.STOPPED : RunState.FAILED, Sentence.of(cause, own));
    }
  }

  private void call(
      org.apache.spark.sql.classic.SparkSession session, ClassLoader loader, List<Path> jars)
      throws Exception {
    Exception[] failure = new Exception[1];
    // Executors find the run's jars by this state, apart from those of other runs.
    JobArtifactSet.withActiveJobArtifactState(
        session.artifactManager().state(),
        () -> {
          try {
            jars.forEach(jar -> context.addJar(jar.toString()));
            callMain(session, loader);
          } catch (Exception thrown) {
            failure[0] = thrown;
          }
          return null;
        });
    if (failure[0] != null) {
      throw failure[0];
    }
  }

  private void callMain(SparkSession session, ClassLoader loader)
      throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(loader);
    SparkSession.setActiveSession(session);
    context.setJobGroup(request.run(), request.run(), true);
    CallingRun.beginJobs(context);
    context.setLocalProperty("spark.scheduler.pool", request.run());
    if (stopped) {
      return;
    }
    Class<?> script;
    try {
      script = Class.forName(request.scriptClass(), true, loader);
    } catch (ClassNotFoundException absent) {
      throw new PlainException(
          "the script defines no object " + request.scriptClass() + ", which --class names");
    }
    script
        .getMethod("main", String[].class)
        .invoke(null, (Object) request.arguments().toArray(String[]::new));
  }
}
