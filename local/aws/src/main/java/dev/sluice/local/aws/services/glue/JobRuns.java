package dev.sluice.local.aws.services.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.local.aws.access.AccessDenied;
import dev.sluice.local.aws.endpoint.ServiceError;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The runs of all jobs: starts them on the worker and follows them to their end. Thread-safe. */
final class JobRuns implements SparkWorker.Listener {
  private final Jobs jobs;
  private final Documents documents;
  private final NewJobRun factory;
  private final RunRights rights;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private final IntSupplier accountLimit;
  private final Map<String, Active> active = new LinkedHashMap<>();
  private SparkWorker worker;

  private static final class Active {
    private JobRun run;
    private final CompletableFuture<JobRun> ended = new CompletableFuture<>();
    private ScheduledFuture<?> timeout;
    private boolean timedOut;
  }

  /**
   * Runs that an earlier process left unfinished are failed.
   *
   * @param accountLimit how many runs of all jobs may go at a time
   */
  JobRuns(
      Jobs jobs,
      Documents documents,
      NewJobRun factory,
      RunRights rights,
      Clock clock,
      ScheduledExecutorService timer,
      IntSupplier accountLimit) {
    this.jobs = jobs;
    this.documents = documents;
    this.factory = factory;
    this.rights = rights;
    this.clock = clock;
    this.timer = timer;
    this.accountLimit = accountLimit;
    for (ObjectNode document : documents.list()) {
      JobRun run = new JobRun(document);
      if (!run.state().ended()) {
        String reason = "The local runtime ended while the run was " + run.state() + ".";
        save(run.as(JobRunState.FAILED, reason, Times.now(clock)));
      }
    }
  }

  void worker(SparkWorker worker) {
    this.worker = worker;
  }

  /**
   * Starts a run.
   *
   * @param input of StartJobRun
   * @throws ServiceError ConcurrentRunsExceededException, ResourceNumberLimitExceededException,
   *     EntityNotFoundException
   * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_StartJobRun.html">StartJobRun
   *     </a>
   */
  JobRun start(JsonNode input) {
    String name = Errors.required(input, "JobName");
    ObjectNode job = jobs.find(name);
    if (job == null) {
      throw Errors.notFound(
          "Failed to start job run due to missing metadata: there is no job " + name);
    }
    rights.checkTrust(job.path("Role").asText());
    NewJobRun.Prepared prepared;
    Active entry = new Active();
    synchronized (this) {
      requirePlace(job, name);
      // Its time of start is behind the end of the run whose place it takes.
      prepared = factory.prepare(job, input);
      entry.run = prepared.run();
      active.put(entry.run.id(), entry);
      save(entry.run);
      entry.timeout =
          timer.schedule(
              () -> timeOut(entry.run.id()), entry.run.timeoutMinutes(), TimeUnit.MINUTES);
    }
    try {
      rights.check(job, RunRights.JOB_SESSION, "/aws-glue/jobs");
    } catch (AccessDenied e) {
      ended(prepared.run().id(), JobRunState.FAILED, e.getMessage());
      return prepared.run();
    }
    worker.run(prepared.request());
    return prepared.run();
  }

  // A run that is being stopped holds its place until it has ended, as at AWS.
  private void requirePlace(ObjectNode job, String name) {
    long running = active.values().stream().filter(a -> a.run.jobName().equals(name)).count();
    if (running >= Jobs.maxConcurrentRuns(job)) {
      throw new ServiceError(
          "ConcurrentRunsExceededException", "Concurrent runs exceeded for " + name);
    }
    if (active.size() >= accountLimit.getAsInt()) {
      throw new ServiceError(
          "ResourceNumberLimitExceededException",
          "Max concurrent job runs per account exceeded: " + active.size());
    }
  }

  /** Completes when the run has ended, however; at once for one that ended before. */
  synchronized CompletableFuture<JobRun> ended(String runId) {
    Active entry = active.get(runId);
    return entry == null
        ? CompletableFuture.completedFuture(new JobRun(documents.get(runId)))
        : entry.ended;
  }

  /**
   * @throws ServiceError EntityNotFoundException
   */
  JobRun get(String jobName, String runId) {
    jobs.get(jobName);
    ObjectNode document = documents.get(runId);
    if (document == null || !new JobRun(document).jobName().equals(jobName)) {
      throw Errors.notFound("Job run " + runId + " of job " + jobName + " not found.");
    }
    return new JobRun(document);
  }

  /** The newest first. */
  List<JobRun> of(String jobName) {
    jobs.get(jobName);
    return documents.list().stream()
        .map(JobRun::new)
        .filter(run -> run.jobName().equals(jobName))
        .sorted(Comparator.comparingLong(JobRun::startedMillis).reversed())
        .toList();
  }

  /** Asks a run to stop; false where it has ended. */
  boolean stop(String runId) {
    synchronized (this) {
      Active entry = active.get(runId);
      if (entry == null) {
        return false;
      }
      change(entry, JobRunState.STOPPING, null);
    }
    worker.stop(runId);
    return true;
  }

  private void timeOut(String runId) {
    synchronized (this) {
      Active entry = active.get(runId);
      if (entry == null) {
        return;
      }
      entry.timedOut = true;
    }
    worker.stop(runId);
  }

  @Override
  public void running(String runId) {
    synchronized (this) {
      Active entry = active.get(runId);
      if (entry != null && entry.run.state() == JobRunState.STARTING) {
        change(entry, JobRunState.RUNNING, null);
      }
    }
  }

  @Override
  public void ended(String runId, JobRunState state, String error) {
    Active entry;
    synchronized (this) {
      entry = active.remove(runId);
      if (entry == null) {
        return;
      }
      entry.timeout.cancel(false);
      if (state == JobRunState.SUCCEEDED || !(entry.timedOut || stopping(entry))) {
        change(entry, state, error);
      } else if (entry.timedOut) {
        String reason = "The run exceeded its timeout of " + minutes(entry.run) + ".";
        change(entry, JobRunState.TIMEOUT, reason);
      } else {
        change(entry, JobRunState.STOPPED, null);
      }
    }
    entry.ended.complete(entry.run);
  }

  private static boolean stopping(Active entry) {
    return entry.run.state() == JobRunState.STOPPING;
  }

  private static String minutes(JobRun run) {
    return run.timeoutMinutes() == 1 ? "1 minute" : run.timeoutMinutes() + " minutes";
  }

  private void change(Active entry, JobRunState state, String error) {
    entry.run = entry.run.as(state, error, Times.now(clock));
    save(entry.run);
  }

  private void save(JobRun run) {
    documents.put(run.id(), run.document());
  }
}
