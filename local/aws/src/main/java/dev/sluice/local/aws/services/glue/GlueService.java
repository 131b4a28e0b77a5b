package dev.sluice.local.aws.services.glue;

import dev.sluice.local.asl.integration.TaskIntegration;
import dev.sluice.local.aws.access.Gatekeeper;
import dev.sluice.local.aws.endpoint.JsonService;
import dev.sluice.local.aws.spi.LocalContext;
import dev.sluice.local.aws.spi.LocalService;
import dev.sluice.local.aws.template.ResourceHandler;
import dev.sluice.local.base.thread.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS Glue on this machine. Jobs, runs and catalog are kept below {@code glue/}, a log a run below
 * {@code logs/glue/<job>/}. Thread-safe.
 */
public final class GlueService implements LocalService {
  private static final long STOP_MILLIS = 30_000;

  private final Gatekeeper gate;
  private final Jobs jobs;
  private final Documents templates;
  private final JobRuns runs;
  private final Catalog catalog;
  private final Documents connections;
  private final Crawlers crawlers;
  private final SparkWorker worker;
  private final Threads threads = new Threads("glue");
  // Jobs of stacks that this start leaves out are on disk too, and need no worker.
  private volatile boolean hasJobs;

  /** The service with what an earlier process left in its directory; starts nothing yet. */
  public GlueService(LocalContext context) {
    this(
        context,
        new WorkerLauncher(
            context.directory("glue").toAbsolutePath(),
            context.logs().resolve("glue").resolve("worker.log").toAbsolutePath(),
            context::childEnvironment),
        STOP_MILLIS);
  }

  GlueService(LocalContext context, LazyWorker.Launcher launcher, long stopMillis) {
    RunRights rights = new RunRights(context.gate());
    gate = context.gate();
    Path state = context.directory("glue");
    jobs = new Jobs(new Documents(state.resolve("jobs")), context.clock());
    templates = new Documents(state.resolve("templates"));
    runs =
        new JobRuns(
            jobs,
            new Documents(state.resolve("runs")),
            new NewJobRun(
                context.logs().resolve("glue"),
                context.clock(),
                RunCredentials.of(gate, RunRights.JOB_SESSION)),
            rights,
            context.clock(),
            threads.timer(),
            () -> context.quotas().glueConcurrency());
    catalog =
        new Catalog(
            new Documents(state.resolve("databases")),
            new Documents(state.resolve("tables")),
            new Documents(state.resolve("partitions")),
            context.clock());
    connections = new Documents(state.resolve("connections"));
    worker = new LazyWorker(launcher, runs, threads.timer(), stopMillis);
    runs.worker(worker);
    crawlers =
        new Crawlers(
            new Documents(state.resolve("crawlers")),
            new Documents(state.resolve("crawls")),
            new Crawl(catalog, rights, new LocalTargets(context, connections, worker, rights)),
            context.clock(),
            threads.workers());
  }

  @Override
  public String name() {
    return "glue";
  }

  @Override
  public List<JsonService> jsonServices() {
    JsonService service = new JsonService("Glue", "AWSGlue", "1.1", new GlueAccess());
    new JobOperations(jobs, runs).addTo(service);
    new CrawlerOperations(crawlers).addTo(service);
    new CatalogOperations(catalog).addTo(service);
    return List.of(service);
  }

  @Override
  public List<ResourceHandler> resourceHandlers() {
    List<ResourceHandler> handlers = new ArrayList<>();
    handlers.add(new JobHandler(jobs, templates, () -> hasJobs = true));
    handlers.addAll(CatalogHandlers.of(catalog, connections, crawlers));
    return handlers;
  }

  @Override
  public List<TaskIntegration> integrations() {
    return List.of(new GlueTask(gate, runs, threads.workers()));
  }

  /** Warms the worker up while the person looks at the progress of the first steps. */
  @Override
  public void deployed() {
    if (hasJobs) {
      threads.workers().execute(worker::warmUp);
    }
  }

  @Override
  public void close() {
    threads.timer().shutdownNow();
    worker.close();
    threads.close();
  }
}
