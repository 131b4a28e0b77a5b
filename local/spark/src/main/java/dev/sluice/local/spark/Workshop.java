package dev.sluice.local.spark;

import dev.sluice.local.spark.role.CallingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What runs share, and which of them are under way. Thread-safe. */
final class Workshop {
  private final WarmSpark spark;
  private final RunLogs logs;
  private final Replies replies;
  private final FileCache files;
  private final ScriptCompiler compiler;
  private final CodeLoaders loaders = new CodeLoaders();
  private final Map<String, JobRun> runs = new ConcurrentHashMap<>();

  Workshop(WarmSpark spark, RunLogs logs, Replies replies, Path cache) throws IOException {
    this.spark = spark;
    this.logs = logs;
    this.replies = replies;
    this.files = new FileCache(cache.resolve("files"));
    this.compiler = new ScriptCompiler(cache.resolve("scripts"));
  }

  WarmSpark spark() {
    return spark;
  }

  RunLogs logs() {
    return logs;
  }

  Replies replies() {
    return replies;
  }

  FileCache files() {
    return files;
  }

  ScriptCompiler compiler() {
    return compiler;
  }

  CodeLoaders loaders() {
    return loaders;
  }

  void start(RunRequest request) {
    JobRun run = new JobRun(request, this);
    runs.put(request.run(), run);
    run.start();
  }

  void stop(String id) {
    JobRun run = runs.get(id);
    if (run != null) {
      run.stop();
    }
  }

  void stopAll() {
    runs.values().forEach(JobRun::stop);
  }

  /** Called once by a run when it ends. */
  void ended(JobRun run, String id, RunState state, String error) {
    logs.end(id);
    CallingRun.end(id);
    if (!runs.remove(id, run)) {
      return;
    }
    if (state == RunState.FAILED) {
      replies.failed(id, error);
    } else {
      replies.state(id, state);
    }
  }

  /** Tells of the runs that end because the JVM does, so that none ends in silence. */
  void exiting() {
    boolean someone = runs.values().stream().anyMatch(JobRun::isExiting);
    runs.forEach(
        (id, run) -> {
          if (runs.remove(id, run)) {
            replies.failed(id, reason(run, someone));
          }
        });
  }

  private static String reason(JobRun run, boolean someone) {
    if (run.isExiting()) {
      return "the job called System.exit; return from main or throw an exception instead";
    }
    return someone
        ? "the worker ended, since another job called System.exit; start the run again"
        : "the worker's JVM ended under the job, out of memory or by a signal; its log says more";
  }
}
