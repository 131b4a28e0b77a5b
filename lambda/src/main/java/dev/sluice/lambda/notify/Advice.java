package dev.sluice.lambda.notify;

import dev.sluice.core.function.ErrorName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to do about an error, in a sentence: what the failed step says of it, else what holds for
 * all steps, else something general.
 */
final class Advice {
  private static final Map<String, String> OF_ALL_STEPS = new LinkedHashMap<>();

  static {
    OF_ALL_STEPS.put(
        ErrorName.THRESHOLD_EXCEEDED,
        "Remove the cause of the failed items, then redrive: only they run again.");
    OF_ALL_STEPS.put(
        ErrorName.DATA_LIMIT_EXCEEDED,
        "A state's result is larger than 256 KiB: let the step write it to S3, deploy, then start"
            + " a new execution.");
    OF_ALL_STEPS.put(
        ErrorName.TIMEOUT, "Find out what took so long, then redrive: the time counts afresh.");
    OF_ALL_STEPS.put(
        ErrorName.GLUE_RUNS_EXCEEDED,
        "The account runs as many Glue jobs as it may: wait until some end, or ask AWS to raise"
            + " \"Max concurrent job runs per account\", then redrive.");
    OF_ALL_STEPS.put(
        "software.amazon.awssdk.services.s3.model.NoSuchBucketException",
        "Restore the bucket and what it held, then redrive.");
    OF_ALL_STEPS.put(
        "java.lang.OutOfMemoryError",
        "The function ran out of memory: see its log, raise its memory, then redrive.");
    OF_ALL_STEPS.put(
        "Lambda.Unknown",
        "The function died, often for lack of memory: see its log, raise its memory, then redrive.");
    OF_ALL_STEPS.put(
        "Runtime.ExitError",
        "The function's process died, often for lack of memory: see its log, raise its memory, then"
            + " redrive.");
  }

  private Advice() {}

  static String about(Failure failure) {
    if (failure.change().status().equals("ABORTED")) {
      return "Redrive when it may go on.";
    }
    Reason root = failure.root();
    for (Reason reason : new Reason[] {root, failure.reason()}) {
      if (failure.advice().containsKey(reason.error())) {
        return failure.advice().get(reason.error());
      }
    }
    if (root.text().contains("Task timed out after")) {
      return "The function ran out of time: see its log, raise its timeout, then redrive.";
    }
    // As every service words it: who may not do what, and where that would be granted.
    if (root.text().contains("is not authorized to perform: ")) {
      return "Grant the permission that is missing, deploy, then redrive.";
    }
    return OF_ALL_STEPS.getOrDefault(root.error(), "Remove the cause, then redrive.");
  }
}
