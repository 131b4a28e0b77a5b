package dev.sluice.lambda.notify;

import dev.sluice.core.trail.TaskCall;
import java.util.Optional;

/** Where Lambda and Glue write the log of what a task called, as a person looks for it. */
final class Logs {
  private Logs() {}

  static Optional<String> of(TaskCall call) {
    if (call.action().startsWith("lambda:")) {
      return call.target()
          .map(name -> "/aws/lambda/" + name.replaceFirst("^arn:.*:function:", "").split(":")[0]);
    } else if (call.action().startsWith("glue:")) {
      return call.target().map(job -> "/aws-glue/jobs/error and /aws-glue/jobs/output, job " + job);
    }
    return Optional.empty();
  }
}
