package dev.sluice.lambda.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about errors that we know, in a sentence; something general about others. */
final class Advice {
  private static final Pattern JOB = Pattern.compile("[A-Za-z0-9_-]+-export_table");
  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put(
        "dev.sluice.error.PipelineAlreadyRunning",
        "Wait until the other execution has ended, then redrive this one.");
    KNOWN.put(
        "dev.sluice.error.TablesFileInvalid",
        "Correct the list of tables as the message says, then redrive.");
    KNOWN.put(
        "dev.sluice.error.CrawlFailed",
        "Remove what the crawler complains of, then redrive: the crawl starts again.");
    KNOWN.put(
        "dev.sluice.error.CrawlTimedOut",
        "See whether the crawler hangs, then redrive: it is waited for again.");
    KNOWN.put(
        "dev.sluice.error.NothingExported",
        "Remove the cause that the items share, then start a new execution of the rest: a redrive"
            + " would only count the same failures again, since the map had ended.");
    KNOWN.put(
        "States.ExceedToleratedFailureThreshold",
        "Remove the cause of the failed items, then redrive: only they run again.");
    KNOWN.put(
        "States.DataLimitExceeded",
        "A state's result is larger than 256 KiB: let the step write it to S3, deploy, then start"
            + " a new execution.");
    KNOWN.put(
        "States.Timeout", "Find out what took so long, then redrive: the time counts afresh.");
    KNOWN.put(
        "software.amazon.awssdk.services.s3.model.NoSuchBucketException",
        "Restore the bucket and what it held, then redrive.");
    KNOWN.put(
        "java.lang.OutOfMemoryError",
        "The function ran out of memory: see its log, raise its memory, then redrive.");
    KNOWN.put(
        "Lambda.Unknown",
        "The function died, often for lack of memory: see its log, raise its memory, then redrive.");
    KNOWN.put(
        "Runtime.ExitError",
        "The function's process died, often for lack of memory: see its log, raise its memory, then"
            + " redrive.");
  }

  private Advice() {}

  static String about(Failure failure) {
    if (failure.change().status().equals("ABORTED")) {
      return "Redrive when it may go on.";
    }
    String step = failure.step();
    Reason reason = failure.root();
    if (reason.error().equals("Glue.ConcurrentRunsExceededException")) {
      return concurrency(reason.text());
    }
    if (step.startsWith("await_") && reason.error().equals("States.Timeout")) {
      return "No file of "
          + step.substring("await_".length())
          + " arrived in time: upload one, then redrive; it waits again.";
    }
    if (reason.text().contains("Task timed out after")) {
      return "The function ran out of time: see its log, raise its timeout, then redrive.";
    }
    return KNOWN.getOrDefault(reason.error(), "Remove the cause, then redrive.");
  }

  private static String concurrency(String text) {
    Matcher job = JOB.matcher(text);
    String name = job.find() ? job.group() : "the job";
    return "Too many runs of "
        + name
        + " at once: raise its MaxConcurrentRuns (aws glue get-job, aws glue update-job), then"
        + " redrive; or start a new execution with a lower exportConcurrency.";
  }
}
